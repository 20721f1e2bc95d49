// What must come out, computed from the definition of the audiences in cast.ts; nothing here is asked of the app.
import { changes, isSignedInRole, isToldGone, type RoleName, sees, type Thing } from '../protection/cast.ts'
import type { Way } from './addresses.ts'
import { allowedOfInvoices } from './invoices.ts'

type Right =
  | 'read'
  | 'change'
  | 'reply'
  | 'author'
  | 'own'
  | 'named'
  | 'adopt'
  | 'decide'
  | 'settle'
  | 'nobody'
  | 'reword'
  | 'speak'
  | 'appoint'
  | 'report'

/** Who may do it among those who see the thing; first that fits. A new way of acting should be added here. */
const rights: readonly (readonly [RegExp, Right])[] = [
  [/^POST \/contributions\/:id\/replies$/, 'reply'],
  [/^POST \/contributions\/:id\/watch/, 'read'],
  [/^POST \/contributions\/:id\/bookmarks$/, 'read'],
  [/^POST \/contributions\/:id\/mute/, 'read'],
  [/^(?:GET|POST) \/contributions\/:id\/report$/, 'report'],
  [/^POST \/contributions\/:id\/attachments$/, 'change'],
  [/^POST \/contributions\/:id\/co-authors$/, 'change'],
  [/^POST \/contributions\/:id\/co-authorship$/, 'named'],
  [/^POST \/contributions\/:id\/co-authorship\/end$/, 'read'],
  [/^POST \/attachments\/:id\/removal$/, 'change'],
  [/^POST \/contributions\/:id\/replies\/kept$/, 'reply'],
  [/^POST \/replies\/:id\/withdrawal$/, 'author'],
  [/^(?:GET \/replies\/:id\/edit|POST \/replies\/:id)$/, 'reword'],
  [/^GET \/contributions\/:id\/summary\/edit$/, 'settle'],
  [/^POST \/contributions\/:id\/summary$/, 'settle'],
  [/^POST \/replies\/:id\/reading$/, 'read'],
  [/^(?:GET|POST) \/visits\/:address\/edit$/, 'settle'],
  [/^GET \/[^/]+\/:[a-z]+\/edit$/, 'change'],
  [/^GET \/practices\/:address\/preview$/, 'change'],
  [/^POST \/practices\/:address(?:\/(?:publication|withdrawal|confirmation))?$/, 'change'],
  [/^(?:GET|POST) \/practices\/:address\/from-file(?:\/removal)?$/, 'change'],
  [/^GET \/practices\/:address\/revisions$/, 'own'],
  [/^(?:GET|POST) \/practices\/:address\/adoption$/, 'adopt'],
  [/^POST \/adoptions\/:address(?:\/withdrawal)?$/, 'change'],
  [/^POST \/questions\/:address(?:\/withdrawal)?$/, 'change'],
  [/^POST \/questions\/:address\/(?:answer(?:\/end)?|gathering)$/, 'settle'],
  [/^(?:GET \/proposals\/:address\/decision|POST \/proposals\/:address\/(?:acceptance|refusal))$/, 'decide'],
  [/^POST \/proposals\/:address\/withdrawal$/, 'change'],
  [/^POST \/announcements\/:address\/withdrawal$/, 'settle'],
  [/^POST \/(?:threads|documents)\/:address\/withdrawal$/, 'settle'],
  [/^POST \/documents\/:address\/versions$/, 'reply'],
  [/^POST \/messages\/:address\/done$/, 'read'],
  [/^POST \/visits\/:address\/(?:closing|opening|withdrawal)$/, 'settle'],
  // Another city's persons, as for taking over a practice.
  [/^POST \/visits\/:address\/wishes$/, 'adopt'],
  // Only what belongs to a room is pinned; asked of a practice.
  [/^POST \/contributions\/:id\/pin/, 'nobody'],
  // The city on the stage has answered: its people, and who asked, read the answers.
  [/^GET \/polls\/:address\/answers(?:\.csv|\.xlsx)?$/, 'own'],
  [/^POST \/polls\/:address\/answer$/, 'speak'],
  [/^POST \/polls\/:address\/colleague$/, 'appoint'],
  [/^POST \/polls\/:address\/(?:prolongation|outcome)$/, 'settle'],
  [/^POST \/polls\/:address\/withdrawal$/, 'change'],
  [/^GET /, 'read'],
]
const rightOf = (way: Way): Right | undefined => rights.find(([pattern]) => pattern.test(way.name))?.[1]

const holds = (right: Right, role: RoleName, thing: Thing): boolean => {
  if (right === 'nobody') return false
  if (right === 'change') return changes(role, thing)
  // Only what was asked can be answered, and only what was told be taken back.
  if (right === 'settle') return thing.state === 'published' && changes(role, thing)
  // The stage names its author as a co-author too: others were not asked and join nothing.
  if (right === 'author' || right === 'named') return role === 'author'
  // Where others may have read it, and can see that it was changed.
  if (right === 'reword') return role === 'author' && thing.state === 'published'
  if (right === 'own') return ['author', 'colleague', 'coordinator'].includes(role)
  // Persons of other cities that are active members; offices and partners are no cities.
  if (right === 'adopt') return thing.state === 'published' && ['same forum', 'other forum', 'named'].includes(role)
  // What one wrote oneself is not reported.
  if (right === 'report') return role !== 'author' && thing.state === 'published'
  // Kaiserslautern is the city that is asked.
  if (right === 'speak') return thing.state === 'published' && ['author', 'colleague', 'coordinator'].includes(role)
  if (right === 'appoint') return thing.state === 'published' && role === 'coordinator'
  if (right === 'decide') return role === 'network office' && thing.state === 'published'
  return right === 'read' || thing.state === 'published'
}

const signIn = (way: Way): string[] => (way.route.method === 'GET' ? ['sign in'] : ['401'])
const done = ['200', '204', '303', '422']

/** Opened by the link of a mail only: without it the same answer for all, whatever there is. */
const byLinkOnly = /^(?:GET|POST) \/practices\/:address\/still-true$/

/** No answer on the stage has a file: what is not there and what is out of reach is the same. */
const ofAnswers = /^GET \/polls\/:address\/files\//
/** No service is configured on the stage: there is nothing that translates. */
const ofTranslation = /^POST \/(?:contributions|replies)\/:id\/translation$|^POST \/translation\/arrivals\//
/** The wish in these addresses is about another visit. */
const ofWishes = /^POST \/visits\/:address\/wishes\/:wish\//

/** Outcomes that keep the promise, for a way that leads to a contribution. */
export function allowedFor(way: Way, role: RoleName, thing: Thing): string[] {
  if (byLinkOnly.test(way.name)) return ['410']
  if (!way.open && !isSignedInRole(role)) return signIn(way)
  if (ofAnswers.test(way.name) || ofTranslation.test(way.name)) return ['404']
  if (ofWishes.test(way.name)) return isToldGone(role, thing) ? ['410'] : ['404']
  if (!sees(role, thing)) return isToldGone(role, thing) ? ['410', '404'] : ['404']
  // From mails: leads on to where the reply stands.
  if (way.name === 'GET /replies/:id') return ['303']
  const right = rightOf(way)
  if (right === undefined) return [...done, '403']
  if (!holds(right, role, thing)) return ['403']
  if (way.route.method === 'GET')
    return right === 'read' || right === 'own' || thing.state !== 'withdrawn' ? ['200'] : ['403']
  // Nothing can be done with a withdrawn thing, whoever may do what; it stays as it is.
  return thing.state === 'withdrawn' ? [...done, '403'] : done
}

const ofExperts = [
  'coordinator',
  'other forum',
  'forum office',
  'network office',
] as const satisfies readonly RoleName[]

const ofNetwork: readonly RoleName[] = [
  ...(['author', 'colleague', 'coordinator', 'same forum', 'other forum', 'named'] as const),
  ...(['forum office', 'network office'] as const),
]

/** For steering: coordinators and offices; of Kaiserslautern its own coordinator and the offices above it. */
const steering: Readonly<Record<string, readonly RoleName[]>> = {
  'POST /my-city/invitations': ['coordinator', 'other forum', 'forum office', 'network office'],
  'POST /my-city/colleagues/:id/coordination': ['coordinator', 'forum office', 'network office'],
  'POST /my-city/colleagues/:id/coordination/end': ['coordinator', 'forum office', 'network office'],
  'POST /my-city/colleagues/:id/departure': ['coordinator', 'forum office', 'network office'],
  'GET /my-city/invitations/list': ['coordinator', 'other forum', 'forum office', 'network office'],
  'POST /my-city/invitations/list': ['coordinator', 'other forum', 'forum office', 'network office'],
  'POST /my-city/contacts': ['coordinator', 'other forum', 'forum office', 'network office'],
  'POST /my-city/contacts/:id/end': ['coordinator', 'other forum', 'forum office', 'network office'],
  // The first entry of the demonstration is Kaiserslautern's; an empty form is about the own city.
  'GET /my-city/gains/:id': ['author', 'colleague', 'coordinator', 'forum office', 'network office'],
  'GET /my-city/gains/:id/edit': ['coordinator', 'forum office', 'network office'],
  'POST /my-city/gains/:id': ['coordinator', 'forum office', 'network office'],
  'POST /my-city/gains/:id/removal': ['coordinator', 'forum office', 'network office'],
  'GET /my-city/gains/new': ['coordinator', 'other forum', 'forum office', 'network office'],
  'POST /my-city/gains': ['coordinator', 'other forum', 'forum office', 'network office'],
  'GET /contacts': ['forum office', 'network office'],
  'GET /contacts.csv': ['forum office', 'network office'],
  'GET /contacts.xlsx': ['forum office', 'network office'],
  'GET /mails': ['forum office', 'network office'],
  'GET /digests/setting': ['network office'],
  'POST /digests/setting': ['network office'],
  'GET /announcements/new': ['forum office', 'network office'],
  'POST /announcements': ['forum office', 'network office'],
  'POST /fees': ['forum office', 'network office'],
  'GET /fees/new': ['forum office', 'network office'],
  'GET /members/:slug/double': ['network office'],
  'POST /members/:slug/double': ['network office'],
  'GET /experts/new': ofExperts,
  'POST /experts': ofExperts,
  // Entered by the network's office; a partner finds none.
  'GET /experts/:id': ofNetwork,
  'POST /experts/:id/removal': ['network office'],
  'GET /rooms/new': ofNetwork,
  'POST /rooms': ofNetwork,
  'GET /desk': ['coordinator', 'other forum', 'forum office', 'network office'],
  'GET /my-city/history': ['coordinator', 'other forum', 'forum office', 'network office'],
}

/** The folder on the stage is Jonte's and lies open to everybody: nobody else arranges it or takes it over. */
const ownFolder = /^POST \/bookmarks\/:id(?:\/(?:audience|deletion|ownership))?$/

/** The saved search on the stage is Jonte's: to everybody else it is not there. */
const ownSearch = /^(?:GET|POST) \/saved-searches\/:id(?:\/(?:rhythm|look|deletion))?$/
/** Opened by the link of a mail only, as above. */
const endsAlerts =
  /^(?:GET|POST) \/(?:saved-searches\/ending|notices\/ending|digests\/ending|asked\/declining|guest-invitation|experts\/consent|mails\/confirmation)$/
/** One's own, whoever one is; what is watched must be something that one may know of, and the stage names nothing. */
const ofNotices = /^(?:GET|POST) \/notices(?![\w-])(?:\/(subscriptions))?/
/** Whoever is signed in or not: the address alone says whose dates they are, and this one is nobody's. */
const ofNobody = 'GET /calendar.ics'
/** The device on the stage is Jonte's: to everybody else it is not there. */
const ofDevices = /^POST \/notices-on-devices\/devices\/:id/
/** Of the office of the whole network. */
const ofNetworkOffice = /^(?:GET|POST) \/(?:searched-in-vain|translation)/
/** Each office its own; on the stage there is none. */
const ofWebhooks = /^(?:GET|POST) \/webhooks(\/:id)?/
/** Each office its own books; of another's it is told that there is nothing. */
const ofBooks = /^(?:GET|POST) \/payments(?!\/own)/
/** What a member owes and paid, for whoever coordinates it. */
const ownAccount = /^GET \/payments\/own/

/** The report on the stage is about what Jonte wrote for everybody: the office of the network decides, to all others it is not there. */
const ofReport = /^(?:GET|POST) \/care\/reports\/:id/
/** So it is with what was hidden, but Jonte goes on reading it and may ask for a second look, which nobody has yet. */
const ofHiding = /^(?:GET|POST) \/care\/hidden\/:id(?:\/([a-z]+))?/
function allowedForHiding(way: Way, role: RoleName): string[] {
  if (!isSignedInRole(role)) return signIn(way)
  const act = ofHiding.exec(way.name)?.[1]
  if (role !== 'author' && role !== 'network office') return ['404']
  if (act === undefined) return ['200']
  return (act === 'appeal') === (role === 'author') ? done : ['403']
}

/**
 * The first file of accession is Kaiserslautern's, which has been admitted: its coordinator's, and the network office's. To
 * everybody else it is not there; whoever is not signed in comes by a personal address only, which nobody here has.
 */
const ofAccession = /^(?:GET|POST) \/accessions\/:id/
function allowedForAccession(way: Way, role: RoleName): string[] {
  if (!isSignedInRole(role)) return signIn(way)
  if (role !== 'coordinator' && role !== 'network office') return ['404']
  if (way.name.includes(':document')) return ['404']
  // The paper is written by the city, a new address is sent by the office.
  const writes = way.name === 'GET /accessions/:id/paper/edit' || way.name === 'POST /accessions/:id/paper'
  if (writes) return role === 'coordinator' ? done : ['403']
  if (way.name === 'POST /accessions/:id/address') return role === 'network office' ? done : ['403']
  return way.route.method === 'GET' ? ['200'] : done
}

/** Kaiserslautern’s: its coordinator gives notice, the offices that it belongs to do all the rest. */
const aboutMembership = /^(?:GET|POST) \/memberships\/:slug\/([a-z]+)/
const ofOffices = /^(?:GET|POST) \/memberships\/(?:coming|figures)(\/:run)?/

const aboutMemberships = (way: Way, role: RoleName): string[] | undefined => {
  const offices = ['forum office', 'network office'].includes(role)
  const desk = ofOffices.exec(way.name)
  // The run on the stage is nobody's.
  if (desk !== null) return offices ? (desk[1] === undefined ? done : ['404']) : ['403']
  const act = aboutMembership.exec(way.name)?.[1]
  if (act === undefined) return undefined
  // That of the forum follows the network's: its office has no notice, merger or split to write down.
  if (act === 'resignation') return ['coordinator', 'network office'].includes(role) ? done : ['403']
  if (act === 'merger' || act === 'split') return role === 'network office' ? done : ['403']
  return offices ? done : ['403']
}
/** The scale on the stage is the network's draft for 2027: to everybody else it is not there. Its own office finds it decided, or not complete. */
const ofDraftScale = /^(?:GET|POST) \/fees\/:id/

const allowedOf = (way: Way, role: RoleName): string[] | undefined => {
  const aboutOne = aboutMemberships(way, role)
  if (aboutOne !== undefined) return aboutOne
  if (ofReport.test(way.name)) return role === 'network office' ? done : ['404']
  if (ofHiding.test(way.name)) return allowedForHiding(way, role)
  if (ofBooks.test(way.name)) return role.endsWith(' office') ? [...done, '404'] : ['403']
  if (ownAccount.test(way.name)) return ['coordinator', 'other forum'].includes(role) ? [...done, '404'] : ['403']
  if (ofAccession.test(way.name)) return allowedForAccession(way, role)
  if (way.name === 'GET /accessions') return role.endsWith('office') ? ['200'] : ['403']
  if (endsAlerts.test(way.name)) return ['410']
  if (way.name === ofNobody) return ['404']
  if (ofDevices.test(way.name)) return role === 'author' ? done : ['404']
  if (ofTranslation.test(way.name)) return ['404']
  // Nothing on the stage is asked as a member city: there is nothing to look behind.
  if (/ \/veils\//.test(way.name)) return ['404']
  // Nothing on the stage was given up.
  if (/ \/mails\/:id\//.test(way.name)) return role.endsWith(' office') ? ['404'] : ['403']
  if (way.name === 'GET /asked/unanswered') return role.endsWith(' office') ? ['200'] : ['403']
  if (ownSearch.test(way.name)) return role === 'author' ? done : ['404']
  if (ofNetworkOffice.test(way.name)) return role === 'network office' ? done : ['403']
  const webhook = ofWebhooks.exec(way.name)
  if (webhook !== null) return role.endsWith(' office') ? (webhook[1] ? ['404'] : done) : ['403']
  if (ofDraftScale.test(way.name)) return role === 'network office' ? [...done, '403'] : ['404']
  return allowedOfInvoices(way.name, role)
}

/** The room on the stage is by invitation: the author hosts it, Beatriz is in it, and to everybody else it is not there. */
const ofRoom = /^(?:GET|POST) \/rooms\/:address(\/.*)?$/
const ofHosts = /^\/(?:edit|requests\/:person\/|invitations|members\/:person\/|hosting\/end|archive|deletion)/
function allowedInRoom(way: Way, role: RoleName, rest: string): string[] {
  if (role !== 'author' && role !== 'named') return ['404']
  const hosting = ofHosts.test(rest) || (rest === '' && way.route.method === 'POST')
  if (hosting && role === 'named') return ['403']
  // Nobody who is in asks to come in; the meeting, minutes or task of this number may be another room's.
  if (rest === '/requests') return ['403']
  return /:(?:meeting|minutes|task)/.test(rest) ? [...done, '404'] : done
}

/** Outcomes that keep the promise, for every other way. */
export function allowedForOther(way: Way, role: RoleName): string[] | undefined {
  if (!way.open && !isSignedInRole(role)) return way.name.includes(' /api/') ? ['401'] : signIn(way)
  const own = allowedOf(way, role)
  if (own !== undefined) return own
  const ownNews = ofNotices.exec(way.name)
  if (ownNews !== null) return ownNews[1] === undefined ? done : [...done, '404']
  const inRoom = ofRoom.exec(way.name)
  if (inRoom !== null) return allowedInRoom(way, role, inRoom[1] ?? '')
  if (ownFolder.test(way.name)) return role === 'author' ? done : ['403']
  const allowed = steering[way.name]
  if (allowed !== undefined) return allowed.includes(role) ? done : ['403', '404']
  return undefined
}
