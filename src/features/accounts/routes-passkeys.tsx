// Passkeys: signing in with one, adding one, taking one away. The browser's own window asks for them, so these two speak JSON.
import { idFrom } from '#kernel/address.ts'
import { unkept } from '#platform/http/answers.ts'
import { cookie, giveCookie } from '#platform/http/cookies.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { askForNewPasskey, askForPasskey } from '#platform/identity/passkey.ts'
import { challengeSeconds, deviceFrom, minutesAfter } from './account.ts'
import { addPasskey } from './actions/add-passkey.ts'
import { signInWithPasskey } from './actions/sign-in-with-passkey.ts'
import { takeAway } from './actions/take-away.ts'
import { arrive } from './arrival.ts'
import { signInQuery } from './inputs.ts'
import { localPath, paths } from './paths.ts'
import { getOwnAddress, listPasskeys } from './store.ts'
import { beginChallenge } from './store-before-sign-in.ts'

const passkeysPerVisitor: Limit = { name: 'passkeys from a computer', tries: 60, seconds: 15 * 60 }
const passkeyTries: Limit = { name: 'new passkeys of a person', tries: 20, seconds: 60 * 60 }

const nextIn = (c: ActVisit, fallback: string): string => {
  const query = readQuery(c, signInQuery)
  return localPath(query.valid ? query.value.next : undefined, fallback)
}

async function offerPasskeys(c: ActVisit): Promise<Response> {
  countTry(passkeysPerVisitor, remoteAddress(c), c.var.now)
  const options = await askForPasskey(c.var.settings)
  const expires = minutesAfter(c.var.now, challengeSeconds / 60)
  const begun = { purpose: 'passkey-sign-in', challenge: options.challenge } as const
  const token = await beginChallenge(c.var.database.system, begun, expires)
  giveCookie(c, c.var.settings, 'challenge', token, challengeSeconds)
  return unkept(c.json(options))
}

async function tryPasskey(c: ActVisit): Promise<Response> {
  countTry(passkeysPerVisitor, remoteAddress(c), c.var.now)
  const answer: unknown = await c.req.json().catch(() => undefined)
  const typed = { challenge: cookie(c, c.var.settings, 'challenge'), answer }
  const outcome = await signInWithPasskey(c.var.database.system, typed, { settings: c.var.settings, now: c.var.now })
  const arrived = outcome.done && (await arrive(c, outcome.value, 'passkey'))
  return unkept(
    arrived ? c.json({ next: nextIn(c, '/') }) : c.json({ message: c.var.t('accounts.passkey-wrong') }, 422),
  )
}

async function offerPasskey(c: ActVisit): Promise<Response> {
  const { id, name } = signedIn(c).person
  countTry(passkeyTries, String(id), c.var.now)
  const [address, keys] = await c.var.asPerson(async (db) => [await getOwnAddress(db), await listPasskeys(db)] as const)
  const known = keys.map((key) => key.credentialId)
  const options = await askForNewPasskey(c.var.settings, { personId: id, address, name, known })
  const begun = { purpose: 'passkey-registration', personId: id, challenge: options.challenge } as const
  const token = await beginChallenge(c.var.database.system, begun, minutesAfter(c.var.now, challengeSeconds / 60))
  giveCookie(c, c.var.settings, 'challenge', token, challengeSeconds)
  return unkept(c.json(options))
}

async function keepPasskey(c: ActVisit): Promise<Response> {
  const { id, organisationId } = signedIn(c).person
  const answer: unknown = await c.req.json().catch(() => undefined)
  const device = deviceFrom(c.req.header('user-agent'))
  const name = device === '' ? c.var.t('accounts.device-unknown') : device
  const typed = { challenge: cookie(c, c.var.settings, 'challenge'), answer, name }
  const here = { settings: c.var.settings, now: c.var.now }
  const outcome = await addPasskey(c.var.database.system, { id, organisationId }, typed, here)
  if (!outcome.done) return unkept(c.json({ message: c.var.t(`accounts.passkey-${outcome.refusal}`) }, 422))
  return unkept(c.json({ next: nextIn(c, paths.accountSignIn) }))
}

async function removePasskey(c: ActVisit): Promise<Response> {
  await c.var.asPerson((db) => takeAway(db, signedIn(c), 'passkey', idFrom(c.req.param('id'))))
  return c.var.seeOther(paths.accountSignIn, 'accounts.passkey-removed')
}

export const passkeyRoutes: readonly Route[] = [
  post('/sign-in/passkey/options', offerPasskeys),
  post('/sign-in/passkey', tryPasskey),
  post('/account/passkeys/options', offerPasskey),
  post('/account/passkeys', keepPasskey),
  post('/account/passkeys/:id/removal', removePasskey),
]
