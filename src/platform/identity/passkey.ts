// Passkeys (W3C WebAuthn Level 3): the browser's answers are checked here, so that features know of keys and challenges only.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Settings } from '../feature.ts'
import { keyedDigest } from './sealed-secret.ts'

const partyOf = (settings: Settings) => ({
  expectedOrigin: new URL(settings.baseUrl).origin,
  expectedRPID: new URL(settings.baseUrl).hostname,
})

const text = z.string().max(20_000)
/** The shape is looked at before the library is asked: it trusts that the fields are there. */
const signInAnswer = z.looseObject({
  id: text.min(1),
  rawId: text.min(1),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text }),
})
const registrationAnswer = z.looseObject({
  id: text.min(1),
  rawId: text.min(1),
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})

/** What the browser is asked when somebody signs in; it offers the keys it holds for this site. */
export const askForPasskey = (settings: Settings): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({ rpID: partyOf(settings).expectedRPID, userVerification: 'required' })

export interface NewPasskeyWish {
  readonly personId: number
  readonly address: string
  readonly name: string
  /** Credential ids; a device that holds one already says so instead of making another. */
  readonly known: readonly string[]
}

/** What the browser is asked when a person adds a key. The user handle is no personal datum (WebAuthn, 14.6.1). */
export const askForNewPasskey = (
  settings: Settings,
  wish: NewPasskeyWish,
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: settings.networkName,
    rpID: partyOf(settings).expectedRPID,
    userName: wish.address,
    userDisplayName: wish.name,
    userID: Uint8Array.from(
      Buffer.from(keyedDigest(String(wish.personId), settings.secret, 'passkey user handle'), 'hex'),
    ),
    excludeCredentials: wish.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** The credential that a sign-in answer names, or undefined for something that is no answer at all. */
export const credentialIn = (answer: unknown): string | undefined => signInAnswer.safeParse(answer).data?.id

/** Gives the new counter when the answer was signed with this key for this challenge on this site; else undefined. */
export async function passkeyCounter(
  settings: Settings,
  answer: unknown,
  challenge: string,
  key: { credentialId: string; publicKey: Uint8Array; counter: number },
): Promise<number | undefined> {
  const read = signInAnswer.safeParse(answer)
  if (!read.success) return undefined
  const credential = { id: key.credentialId, publicKey: Uint8Array.from(key.publicKey), counter: key.counter }
  const response = read.data as unknown as AuthenticationResponseJSON
  // The library throws for every kind of wrong answer; which one it was helps nobody but an attacker.
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    credential,
    ...partyOf(settings),
  }).catch(() => undefined)
  return result?.verified === true ? result.authenticationInfo.newCounter : undefined
}

export interface NewPasskey {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

/** The key that the browser made, if it answers this challenge on this site. */
export async function newPasskeyFrom(
  settings: Settings,
  answer: unknown,
  challenge: string,
): Promise<NewPasskey | undefined> {
  const read = registrationAnswer.safeParse(answer)
  if (!read.success) return undefined
  const response = read.data as unknown as RegistrationResponseJSON
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    ...partyOf(settings),
  }).catch(() => undefined)
  if (result?.verified !== true) return undefined
  const { id, publicKey, counter } = result.registrationInfo.credential
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey),
    counter,
    transports: read.data.response.transports ?? [],
  }
}
