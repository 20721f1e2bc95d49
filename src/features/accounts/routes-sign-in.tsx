// Signing in by a link from an e-mail, signing out, choosing a language.

import { isSignedIn } from '#kernel/viewer.ts'
import { unkept } from '#platform/http/answers.ts'
import { giveCookie } from '#platform/http/cookies.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { askForLink } from './actions/ask-for-link.ts'
import { arrive, onward } from './arrival.ts'
import { languageInput, linkRequest, signInQuery, tokenInput } from './inputs.ts'
import { localPath, paths } from './paths.ts'
import { endSession, saveProfile } from './store.ts'
import { listDemonstrationPeople, redeemLink } from './store-before-sign-in.ts'
import { LinkPage, LinkSentPage } from './views/link-pages.tsx'
import { SignInPage, type SignInPageProps } from './views/sign-in-page.tsx'

const linksPerAddress: Limit = { name: 'sign-in links for an address', tries: 5, seconds: 15 * 60 }
const linksPerVisitor: Limit = { name: 'sign-in links from a computer', tries: 30, seconds: 15 * 60 }
const redemptions: Limit = { name: 'links opened from a computer', tries: 60, seconds: 15 * 60 }

type Extra = Pick<SignInPageProps, 'issues' | 'typed' | 'problem'>

/** The sign-in page, also after something went wrong. */
export async function drawSignIn(c: AnyVisit, next: string, extra: Extra = {}): Promise<Response> {
  const people = c.var.demonstration ? await listDemonstrationPeople(c.var.database.system, c.var.t.lang) : []
  const status = extra.issues === undefined && extra.problem === undefined ? 200 : 422
  const body = <SignInPage t={c.var.t} next={next} people={people} {...extra} />
  return unkept(c.var.draw({ title: c.var.t('accounts.sign-in'), status }, body))
}

const showSignIn = (c: PageVisit): Response | Promise<Response> => {
  const query = readQuery(c, signInQuery)
  const next = localPath(query.valid ? query.value.next : undefined)
  return isSignedIn(c.var.viewer) ? c.redirect(next, 303) : drawSignIn(c, next)
}

async function createLink(c: ActVisit): Promise<Response> {
  const form = await readForm(c, linkRequest)
  const next = localPath(String(form.typed.next ?? ''))
  countTry(linksPerVisitor, remoteAddress(c), c.var.now)
  if (!form.valid) return drawSignIn(c, next, { issues: form.issues, typed: form.typed })
  countTry(linksPerAddress, form.value.email.toLowerCase(), c.var.now)
  await askForLink(c.var.database.system, { email: form.value.email, next }, c.var.now)
  return c.redirect(paths.linkSent, 303)
}

const showSent = (c: PageVisit) =>
  unkept(
    c.var.draw({ title: c.var.t('accounts.link-sent') }, <LinkSentPage t={c.var.t} outbox={c.var.demonstration} />),
  )

const showLink = (c: PageVisit) => {
  const query = readQuery(c, tokenInput)
  const token = query.valid ? query.value.token : ''
  return unkept(c.var.draw({ title: c.var.t('accounts.link-open') }, <LinkPage t={c.var.t} token={token} />))
}

async function openLink(c: ActVisit): Promise<Response> {
  countTry(redemptions, remoteAddress(c), c.var.now)
  const form = await readForm(c, tokenInput)
  const found = form.valid ? await redeemLink(c.var.database.system, form.value.token, c.var.now) : undefined
  const arrived = found !== undefined && (await arrive(c, found.personId, 'link'))
  if (!arrived) return drawSignIn(c, '/', { problem: c.var.t('accounts.link-spent') })
  return onward(c, found.next)
}

async function signOut(c: ActVisit): Promise<Response> {
  const { viewer, settings } = c.var
  const session = viewer.person?.sessionId ?? null
  if (session !== null) await c.var.asPerson((db) => endSession(db, session))
  giveCookie(c, settings, 'session', '', 0)
  // Pages kept by the browser's back button go too (W3C Clear Site Data).
  c.header('clear-site-data', '"cache"')
  return c.var.seeOther('/', 'accounts.signed-out')
}

async function chooseLanguage(c: ActVisit): Promise<Response> {
  const form = await readForm(c, languageInput)
  const next = localPath(String(form.typed.next ?? ''))
  if (!form.valid) return c.redirect(next, 303)
  const { lang } = form.value
  giveCookie(c, c.var.settings, 'lang', lang, 365 * 24 * 60 * 60)
  const { viewer } = c.var
  if (isSignedIn(viewer)) await c.var.asPerson((db) => saveProfile(db, viewer.person.id, { lang }))
  return c.redirect(next, 303)
}

export const signInRoutes: readonly Route[] = [
  get('/sign-in', showSignIn),
  post('/sign-in/links', createLink),
  get('/sign-in/sent', showSent),
  get('/sign-in/link', showLink),
  post('/sign-in/link', openLink),
  post('/sign-out', signOut),
  post('/language', chooseLanguage),
]
