// The noun: how long things last, and pure rules about addresses, devices, passwords and codes.
import type { Lang } from '#kernel/locale.ts'
import type { Role } from '#kernel/viewer.ts'

const minute = 60_000
const day = 24 * 60 * minute

export const sessionSeconds = 30 * 24 * 60 * 60
export const challengeSeconds = 10 * 60
export const linkMinutes = 15
export const invitationDays = 14
export const tokenDays = 90
export const recoveryCodeCount = 10
export const failuresBeforePause = 10

export const minutesAfter = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * minute)
export const daysAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * day)

/** From the tenth failure in a row on, a quarter of an hour, doubling with each further one, at most a day. */
export const pauseMinutes = (failures: number): number =>
  failures < failuresBeforePause ? 0 : Math.min(24 * 60, 15 * 2 ** (failures - failuresBeforePause))

/** How a session began; kept in the audit trail. */
export type WayIn = 'link' | 'password' | 'passkey' | 'invitation' | 'demonstration'

export interface Session {
  readonly id: number
  readonly device: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
}
export interface Token {
  readonly id: number
  readonly name: string
  readonly createdAt: Date
  readonly usedAt: Date | null
  readonly expiresAt: Date
}
export interface Passkey {
  readonly id: number
  readonly name: string
  readonly credentialId: string
  readonly createdAt: Date
  readonly usedAt: Date | null
}
export interface DemonstrationPerson {
  readonly slug: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
  readonly organisationName: string
  readonly description: Partial<Record<Lang, string>>
}

export interface Colleague {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly role: Role
}
export interface PendingInvitation {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly expiresAt: Date
}
export interface SteeredOrganisation {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** An invitation that may still be accepted, as the person invited sees it. */
export interface OpenInvitation {
  readonly id: number
  readonly email: string
  readonly name: string
  readonly lang: Lang
  readonly role: Role
  readonly organisationName: string
  /** Null: from the command line. */
  readonly invitedBy: string | null
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]
const firstMatch = (text: string, names: readonly (readonly [RegExp, string])[]): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/** "Firefox, Windows" — enough to know one's own device by, and nothing more is kept. */
export const deviceFrom = (userAgent: string | undefined): string =>
  [firstMatch(userAgent ?? '', browsers), firstMatch(userAgent ?? '', systems)].filter(Boolean).join(', ')

const letters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
const wellKnown =
  /^(?:(?:pass|passwor[dt]|kennwort|motdepasse|contrase|wachtwoord|haslo|senha|vicinia|admin|welcome|willkommen|qwert[yz]|azerty|1234567890|abcdefgh)[\p{L}\p{N}]{0,6})+$/u

/** Too easy: few different characters, a well-known word, or one's own name or address (NIST SP 800-63B, 3.1.1.2). */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = letters(password)
  if (new Set(plain).size < 5 || wellKnown.test(plain)) return true
  const names = own
    .flatMap((text) => text.split(/[\s@.]+/))
    .map(letters)
    .filter((name) => name.length > 3)
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), plain)
  return rest.length < 6
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten letters and digits that are not mistaken for each other: "k7mvp-3xwqa", some 49 bits. `bytes`: ten random ones. */
export const recoveryCodeFrom = (bytes: Uint8Array): string => {
  const code = [...bytes.slice(0, 10)].map((byte) => alphabet[byte % alphabet.length]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
/** As people type it: with or without the hyphen, in capitals, with spaces. */
export const tidyRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What sealed secrets are for; part of the key they are sealed with. */
export const codeSeal = 'authenticator app'
export const setupSeal = 'authenticator app, not yet confirmed'
export const recoverySeal = 'recovery code'
