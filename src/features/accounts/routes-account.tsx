// My account: profile, sessions, personal tokens.
import { idFrom } from '#kernel/address.ts'
import { unkept } from '#platform/http/answers.ts'
import { giveCookie } from '#platform/http/cookies.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { drawOwnPause } from '../mails/public.tsx'
import { changeProfile } from './actions/change-profile.ts'
import { createToken } from './actions/create-token.ts'
import { takeAway, takeAwayOtherSessions } from './actions/take-away.ts'
import { profileInput, tokenName } from './inputs.ts'
import { paths } from './paths.ts'
import { getOwnAddress, listSessions, listTokens } from './store.ts'
import { ProfilePage, type ProfilePageProps } from './views/profile-page.tsx'
import { SessionsPage } from './views/sessions-page.tsx'
import { TokensPage, type TokensPageProps } from './views/tokens-page.tsx'

const newTokens: Limit = { name: 'personal tokens of a person', tries: 20, seconds: 60 * 60 }

type ProfileParts = Pick<ProfilePageProps, 'address' | 'pause' | 'typed' | 'issues'>
function drawProfile(c: AnyVisit, parts: ProfileParts): Promise<Response> {
  const { organisationName, role } = signedIn(c).person
  const status = parts.issues === undefined ? 200 : 422
  const body = <ProfilePage t={c.var.t} organisationName={organisationName} role={role} {...parts} />
  return unkept(c.var.draw({ title: c.var.t('accounts.profile'), status }, body))
}

async function showProfile(c: PageVisit): Promise<Response> {
  const { name, lang } = signedIn(c).person
  const { t, db } = c.var
  const [address, pause] = await Promise.all([getOwnAddress(db), drawOwnPause(t, db)])
  return drawProfile(c, { address, pause, typed: { name, lang } })
}

async function keepProfile(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const form = await readForm(c, profileInput)
  if (!form.valid) {
    const address = await c.var.asPerson(getOwnAddress)
    return drawProfile(c, { address, typed: form.typed, issues: form.issues })
  }
  await c.var.asPerson((db) => changeProfile(db, viewer, form.value))
  giveCookie(c, c.var.settings, 'lang', form.value.lang, 365 * 24 * 60 * 60)
  return c.var.seeOther(paths.account, 'accounts.profile-kept')
}

async function showSessions(c: PageVisit): Promise<Response> {
  const sessions = await listSessions(c.var.db, c.var.now)
  const body = <SessionsPage t={c.var.t} sessions={sessions} thisOne={signedIn(c).person.sessionId} />
  return unkept(c.var.draw({ title: c.var.t('accounts.sessions') }, body))
}

async function endSession(c: ActVisit): Promise<Response> {
  await c.var.asPerson((db) => takeAway(db, signedIn(c), 'session', idFrom(c.req.param('id'))))
  return c.var.seeOther(paths.sessions, 'accounts.session-ended')
}

async function endOthers(c: ActVisit): Promise<Response> {
  await c.var.asPerson((db) => takeAwayOtherSessions(db, signedIn(c)))
  return c.var.seeOther(paths.sessions, 'accounts.session-ended')
}

type TokenParts = Pick<TokensPageProps, 'tokens' | 'fresh' | 'issues' | 'typed'>
const drawTokens = (c: AnyVisit, parts: TokenParts): Promise<Response> =>
  unkept(
    c.var.draw(
      { title: c.var.t('accounts.tokens'), status: parts.issues === undefined ? 200 : 422 },
      <TokensPage t={c.var.t} now={c.var.now} {...parts} />,
    ),
  )

/** The answer to the POST is the page itself: the secret is on no page that could be opened again. */
async function makeToken(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  countTry(newTokens, String(viewer.person.id), c.var.now)
  const form = await readForm(c, tokenName)
  if (!form.valid) {
    const tokens = await c.var.asPerson(listTokens)
    return drawTokens(c, { tokens, issues: form.issues, typed: form.typed })
  }
  const made = await c.var.asPerson(async (db) => {
    const fresh = await createToken(db, viewer, form.value.name, c.var.now)
    return { tokens: await listTokens(db), fresh }
  })
  return drawTokens(c, made)
}

async function removeToken(c: ActVisit): Promise<Response> {
  await c.var.asPerson((db) => takeAway(db, signedIn(c), 'token', idFrom(c.req.param('id'))))
  return c.var.seeOther(paths.tokens, 'accounts.token-removed')
}

export const accountRoutes: readonly Route[] = [
  get('/account', showProfile),
  post('/account/profile', keepProfile),
  get('/account/sessions', showSessions),
  post('/account/sessions/others/end', endOthers),
  post('/account/sessions/:id/end', endSession),
  get('/account/tokens', async (c) => drawTokens(c, { tokens: await listTokens(c.var.db) })),
  post('/account/tokens', makeToken),
  post('/account/tokens/:id/removal', removeToken),
]
