// On the home page, above all else: rooms that one is invited to, and people who ask to come in.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { inRoom, roomPath } from '../paths.ts'

export interface RoomsWaitingProps {
  readonly t: Translate
  readonly invited: readonly { readonly id: number; readonly name: string }[]
  readonly requests: readonly { readonly id: number; readonly name: string; readonly count: number }[]
}

export const RoomsWaiting = ({ t, invited, requests }: RoomsWaitingProps) => (
  <Section title={t('rooms.waiting')}>
    <ul>
      {invited.map(({ id, name }) => (
        <li>
          <a href={roomPath(id, name)}>{t('rooms.waiting-invited', { room: name })}</a>
        </li>
      ))}
      {requests.map(({ id, name, count }) => (
        <li>
          <a href={inRoom(id, 'members')}>{t('rooms.waiting-requests', { room: name, count })}</a>
        </li>
      ))}
    </ul>
  </Section>
)
