// My ways to sign in: password with an authenticator app, and recovery codes.
import type { Issue } from '#kernel/outcome.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { newCodeSecret, qrOf } from '#platform/identity/one-time-code.ts'
import { seal, unseal } from '#platform/identity/sealed-secret.ts'
import { setupSeal } from './account.ts'
import { changePassword } from './actions/change-password.ts'
import { removePassword } from './actions/remove-password.ts'
import { renewCodes } from './actions/renew-codes.ts'
import { setPassword } from './actions/set-password.ts'
import { takeAwayOtherSessions } from './actions/take-away.ts'
import { passwordChange, passwordSetup } from './inputs.ts'
import { type Asker, refusalIssue } from './password-rules.ts'
import { paths } from './paths.ts'
import { findPasswordState, getOwnAddress, listPasskeys } from './store.ts'
import { PasswordChangePage, PasswordSetupPage, RecoveryCodesPage } from './views/password-setup-page.tsx'
import { WaysPage } from './views/ways-page.tsx'

const codeTries: Limit = { name: 'codes of a person', tries: 20, seconds: 15 * 60 }

async function showWays(c: PageVisit): Promise<Response> {
  const { db, t } = c.var
  const [address, password, passkeys] = [await getOwnAddress(db), await findPasswordState(db), await listPasskeys(db)]
  const body = <WaysPage t={t} address={address} password={password} passkeys={passkeys} />
  return unkept(c.var.draw({ title: t('accounts.ways') }, body))
}

/** The secret is kept nowhere until it is confirmed: the page itself carries it, sealed for this person. */
async function drawSetup(
  c: AnyVisit,
  address: string,
  sealedBefore?: string,
  issues?: readonly Issue[],
): Promise<Response> {
  const { t, settings } = c.var
  const { id } = signedIn(c).person
  const before = sealedBefore === undefined ? undefined : unseal(sealedBefore, settings.secret, setupSeal, id)
  const secret = before ?? newCodeSecret()
  const sealed = seal(secret, settings.secret, setupSeal, id)
  const picture = await qrOf(secret, settings.networkName, address)
  const shown = { picture, secret, sealed, ...(issues === undefined ? {} : { issues }) }
  const page = { title: t('accounts.password-set'), status: issues === undefined ? 200 : 422 } as const
  return unkept(c.var.draw(page, <PasswordSetupPage t={t} {...shown} />))
}

const drawChange = (c: AnyVisit, issues?: readonly Issue[]): Promise<Response> =>
  unkept(
    c.var.draw(
      { title: c.var.t('accounts.password-change'), status: issues === undefined ? 200 : 422 },
      <PasswordChangePage t={c.var.t} {...(issues === undefined ? {} : { issues })} />,
    ),
  )

const drawCodes = (c: AnyVisit, codes: readonly string[]): Promise<Response> =>
  unkept(c.var.draw({ title: c.var.t('accounts.codes') }, <RecoveryCodesPage t={c.var.t} codes={codes} />))

async function showPassword(c: PageVisit): Promise<Response> {
  const state = await findPasswordState(c.var.db)
  return state === undefined ? drawSetup(c, await getOwnAddress(c.var.db)) : drawChange(c)
}

const given = (c: ActVisit) => ({ secret: c.var.settings.secret, now: c.var.now })

async function setUp(c: ActVisit, asker: Asker, address: string): Promise<Response> {
  const form = await readForm(c, passwordSetup)
  const sealed = String(form.typed.sealed ?? '')
  if (!form.valid) return drawSetup(c, address, sealed, form.issues)
  const outcome = await setPassword(c.var.database.system, asker, form.value, given(c))
  return outcome.done ? drawCodes(c, outcome.value) : drawSetup(c, address, sealed, [refusalIssue[outcome.refusal]])
}

/** Whoever changes the password because somebody else may know it wants that one out: all other sessions end. */
async function change(c: ActVisit, asker: Asker): Promise<Response> {
  const form = await readForm(c, passwordChange)
  if (!form.valid) return drawChange(c, form.issues)
  const outcome = await changePassword(c.var.database.system, asker, form.value, given(c))
  if (!outcome.done) return drawChange(c, [refusalIssue[outcome.refusal]])
  await c.var.asPerson((db) => takeAwayOtherSessions(db, signedIn(c)))
  return c.var.seeOther(paths.accountSignIn, 'accounts.password-changed')
}

async function keepPassword(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  countTry(codeTries, String(person.id), c.var.now)
  const [state, address] = await c.var.asPerson(
    async (db) => [await findPasswordState(db), await getOwnAddress(db)] as const,
  )
  const asker = { id: person.id, organisationId: person.organisationId, own: [person.name, address] }
  return state === undefined ? setUp(c, asker, address) : change(c, asker)
}

async function dropPassword(c: ActVisit): Promise<Response> {
  await removePassword(c.var.database.system, signedIn(c).person)
  return c.var.seeOther(paths.accountSignIn, 'accounts.password-removed')
}

async function makeCodes(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  countTry(codeTries, String(person.id), c.var.now)
  const state = await c.var.asPerson(findPasswordState)
  if (state === undefined) return c.redirect(paths.accountSignIn, 303)
  return drawCodes(c, await renewCodes(c.var.database.system, person, c.var.settings.secret))
}

export const wayRoutes: readonly Route[] = [
  get('/account/sign-in', showWays),
  get('/account/password', showPassword),
  post('/account/password', keepPassword),
  post('/account/password/removal', dropPassword),
  post('/account/recovery-codes', makeCodes),
]
