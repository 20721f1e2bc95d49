// Signing in with a password and a code, in two steps.
import { unkept } from '#platform/http/answers.ts'
import { cookie, giveCookie } from '#platform/http/cookies.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { challengeSeconds, failuresBeforePause } from './account.ts'
import { checkCode } from './actions/check-code.ts'
import { checkPassword } from './actions/check-password.ts'
import { arrive, onward } from './arrival.ts'
import { codeInput, passwordSignIn, signInQuery } from './inputs.ts'
import { localPath, paths } from './paths.ts'
import { drawSignIn } from './routes-sign-in.tsx'
import { CodePage, PasswordPage, type PasswordPageProps } from './views/password-pages.tsx'

const triesPerAddress: Limit = { name: 'passwords for an address', tries: 20, seconds: 15 * 60 }
const triesPerVisitor: Limit = { name: 'passwords from a computer', tries: 60, seconds: 15 * 60 }
const codesPerVisitor: Limit = { name: 'codes from a computer', tries: 60, seconds: 15 * 60 }

type Extra = Pick<PasswordPageProps, 'issues' | 'typed'>
type Draw = (c: PageVisit | ActVisit, next: string, extra?: Extra) => Promise<Response>
const statusOf = (extra: Extra): 200 | 422 => (extra.issues === undefined ? 200 : 422)

const drawPassword: Draw = (c, next, extra = {}) =>
  unkept(
    c.var.draw(
      { title: c.var.t('accounts.by-password'), status: statusOf(extra) },
      <PasswordPage t={c.var.t} next={next} {...extra} />,
    ),
  )
const drawCode: Draw = (c, next, extra = {}) =>
  unkept(
    c.var.draw(
      { title: c.var.t('accounts.code-title'), status: statusOf(extra) },
      <CodePage t={c.var.t} next={next} {...extra} />,
    ),
  )

const nextIn = (c: PageVisit | ActVisit): string => {
  const query = readQuery(c, signInQuery)
  return localPath(query.valid ? query.value.next : undefined)
}

/** Many wrong tries are slowed down per address and per computer, whether or not anybody has that address. */
async function tryPassword(c: ActVisit): Promise<Response> {
  countTry(triesPerVisitor, remoteAddress(c), c.var.now)
  const form = await readForm(c, passwordSignIn)
  const { email, next } = form.typed
  if (!form.valid)
    return drawPassword(c, localPath(String(next)), { issues: form.issues, typed: { email: email ?? '' } })
  countTry(triesPerAddress, form.value.email.toLowerCase(), c.var.now)
  const outcome = await checkPassword(c.var.database.system, form.value, c.var.now)
  if (!outcome.done) {
    const values = { count: failuresBeforePause }
    const issues = [{ field: 'password', message: 'accounts.issue-password-wrong', values }]
    return drawPassword(c, localPath(form.value.next), { issues, typed: { email: email ?? '' } })
  }
  giveCookie(c, c.var.settings, 'challenge', outcome.value, challengeSeconds)
  return c.redirect(paths.codeWith(localPath(form.value.next)), 303)
}

async function tryCode(c: ActVisit): Promise<Response> {
  countTry(codesPerVisitor, remoteAddress(c), c.var.now)
  const form = await readForm(c, codeInput)
  const next = localPath(String(form.typed.next))
  if (!form.valid) return drawCode(c, next, { issues: form.issues, typed: form.typed })
  const typed = { challenge: cookie(c, c.var.settings, 'challenge'), code: form.value.code }
  const given = { secret: c.var.settings.secret, now: c.var.now }
  const outcome = await checkCode(c.var.database.system, typed, given)
  if (outcome.done && (await arrive(c, outcome.value, 'password'))) return onward(c, next)
  if (outcome.done || outcome.refusal === 'over') return drawSignIn(c, next, { problem: c.var.t('accounts.code-over') })
  return drawCode(c, next, { issues: [{ field: 'code', message: 'accounts.issue-code-wrong' }], typed: form.typed })
}

export const passwordRoutes: readonly Route[] = [
  get('/sign-in/password', (c) => drawPassword(c, nextIn(c))),
  post('/sign-in/password', tryPassword),
  get('/sign-in/code', (c) => drawCode(c, nextIn(c))),
  post('/sign-in/code', tryCode),
]
