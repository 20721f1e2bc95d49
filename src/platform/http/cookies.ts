// The few cookies there are; with the __Host- prefix wherever the site is served over HTTPS (RFC 6265bis, 4.1.3.2).
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Settings } from '../feature.ts'

export type CookieName = 'session' | 'lang' | 'notice' | 'challenge'

const isSecure = (settings: Settings): boolean => settings.baseUrl.startsWith('https:')
const nameOf = (settings: Settings, name: CookieName): string => (isSecure(settings) ? `__Host-${name}` : name)

export const cookie = (c: Context, settings: Settings, name: CookieName): string | undefined =>
  getCookie(c, nameOf(settings, name))

/** `seconds` 0 deletes it. */
export const giveCookie = (c: Context, settings: Settings, name: CookieName, value: string, seconds: number): void =>
  setCookie(c, nameOf(settings, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(settings),
    maxAge: seconds,
  })
