// Every address of this feature; and which addresses we send people back to.

export const paths = {
  signIn: (next?: string): string =>
    next === undefined || next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`,
  links: '/sign-in/links',
  linkSent: '/sign-in/sent',
  link: '/sign-in/link',
  linkWith: (token: string): string => `/sign-in/link?token=${token}`,
  password: '/sign-in/password',
  passwordWith: (next: string): string =>
    next === '/' ? '/sign-in/password' : `/sign-in/password?next=${encodeURIComponent(next)}`,
  code: '/sign-in/code',
  codeWith: (next: string): string =>
    next === '/' ? '/sign-in/code' : `/sign-in/code?next=${encodeURIComponent(next)}`,
  passkeyOptions: '/sign-in/passkey/options',
  passkey: '/sign-in/passkey',
  signOut: '/sign-out',
  language: '/language',
  enterDemonstration: '/demo/enter',
  demonstrationMail: '/demo/mail',
  account: '/account',
  profile: '/account/profile',
  accountSignIn: '/account/sign-in',
  accountPassword: '/account/password',
  passwordRemoval: '/account/password/removal',
  recoveryCodes: '/account/recovery-codes',
  passkeyRegistrationOptions: '/account/passkeys/options',
  passkeys: '/account/passkeys',
  passkeyRemoval: (id: number): string => `/account/passkeys/${id}/removal`,
  sessions: '/account/sessions',
  sessionEnd: (id: number): string => `/account/sessions/${id}/end`,
  otherSessionsEnd: '/account/sessions/others/end',
  tokens: '/account/tokens',
  tokenRemoval: (id: number): string => `/account/tokens/${id}/removal`,
  colleagues: (organisationSlug?: string): string =>
    organisationSlug === undefined
      ? '/my-city/colleagues'
      : `/my-city/colleagues?organisation=${encodeURIComponent(organisationSlug)}`,
  invitations: '/my-city/invitations',
  invitationList: (organisationSlug?: string): string =>
    organisationSlug === undefined
      ? '/my-city/invitations/list'
      : `/my-city/invitations/list?organisation=${encodeURIComponent(organisationSlug)}`,
  invitationRevocation: (id: number): string => `/my-city/invitations/${id}/revocation`,
  departure: (id: number): string => `/my-city/colleagues/${id}/departure`,
  coordination: (id: number): string => `/my-city/colleagues/${id}/coordination`,
  coordinationEnd: (id: number): string => `/my-city/colleagues/${id}/coordination/end`,
  invitation: '/invitation',
  invitationWith: (token: string): string => `/invitation?token=${token}`,
} as const

/** The field of who takes over from this person. */
export const heirFieldOf = (personId: number): string => `heir-of-${personId}`

const nowhere = 'http://local.invalid'

/**
 * The path to go back to, if it is one of this site; else the fallback. What counts is how browsers read it: they turn `\` into
 * `/`, drop tabs, and resolve `/.//x` to `//x`, which is another host (WHATWG URL).
 */
export function localPath(wish: string | undefined, fallback = '/'): string {
  if (wish === undefined || !wish.startsWith('/') || wish.length > 500) return fallback
  const url = URL.parse(wish, nowhere)
  if (url === null || url.origin !== nowhere || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
