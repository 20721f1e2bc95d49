// Allowing notices on the device before one. Needs script and a browser that can show notices: until both are there it says so.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface PushButtonProps {
  readonly t: Translate
  /** POST of the browser's subscription: `endpoint`, `p256dh`, `auth`. */
  readonly action: string
  /** Address of the service worker. */
  readonly worker: string
  /** Public VAPID key, base64url. */
  readonly serverKey: string
  readonly children: Child
}

export const PushButton = ({ t, action, worker, serverKey, children }: PushButtonProps) => (
  <form
    method="post"
    action={action}
    data-push={serverKey}
    data-worker={worker}
    data-denied={t('ui.push-denied')}
    data-failed={t('ui.push-failed')}
  >
    <p data-push-missing>{t('ui.push-missing')}</p>
    {['endpoint', 'p256dh', 'auth'].map((name) => (
      <input type="hidden" name={name} value="" />
    ))}
    <button class="button button-primary" type="submit" hidden>
      <Icon name="bell" />
      {children}
    </button>
  </form>
)
