// What a notice says: it stands on a locked screen, where anybody passing by reads it.
import type { AudienceKind } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'

export interface ToTell {
  readonly key: string
  readonly path: string
  /** Undefined: it is about no contribution. */
  readonly title: string | null
  readonly audienceKind: AudienceKind | null
  readonly chatham: boolean
  /** The network lets what is said about TLP:AMBER things leave the house. */
  readonly amberGoesOut: boolean
}

const tellsTitle = ({ audienceKind, chatham, amberGoesOut }: ToTell): boolean => {
  if (chatham || audienceKind === null || audienceKind === 'persons') return false
  return audienceKind === 'public' || audienceKind === 'network' || amberGoesOut
}

/** As the service worker reads it. */
export const payloadOf = (t: Translate, networkName: string, told: ToTell): string =>
  JSON.stringify({
    title: networkName,
    body: tellsTitle(told) && told.title !== null ? told.title : t('push.something-waits'),
    lang: t.lang,
    path: told.path,
    // A second notice of the same takes the place of the first.
    tag: told.key,
  })
