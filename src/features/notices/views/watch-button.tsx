// On the page of a subject, a city, a room, a forum: watch it, or stop watching it.
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import type { Subscription } from '../notice.ts'
import { refOf, subscriptionsPath, unsubscriptionsPath } from '../paths.ts'

export interface WatchButtonProps {
  readonly t: Translate
  readonly subscription: Subscription
  readonly watching: boolean
  /** The page on which it stands. */
  readonly from: string
}

export const WatchButton = ({ t, subscription, watching, from }: WatchButtonProps) => (
  <PostButton
    action={watching ? unsubscriptionsPath : subscriptionsPath}
    hidden={{ of: refOf(subscription), from }}
    icon={watching ? 'check' : 'eye'}
    small
  >
    {t(watching ? 'notices.is-watched' : 'notices.watch')}
  </PostButton>
)
