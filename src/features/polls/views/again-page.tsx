// A form of a poll that was refused: alone on its page, with everything that was typed.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { type Room, RoomNotes, roomClass } from '../../rooms/public.tsx'
import { pollPath } from '../paths.ts'
import type { Poll } from '../poll.ts'

export interface AgainPageProps {
  readonly t: Translate
  readonly poll: Poll
  /** In which it was asked. */
  readonly room: Room | undefined
  readonly issues: readonly Issue[]
  readonly children: Child
}

export const AgainPage = ({ t, poll, room, issues, children }: AgainPageProps) => (
  <article class={roomClass(room)}>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle t={t} kind={t('polls.one')} title={poll.title} lang={poll.lang} />
    <PageBody>
      <RoomNotes t={t} room={room} />
      {children}
      <ButtonLink href={pollPath(poll.id, poll.title)} tone="quiet">
        {t('polls.to-the-poll')}
      </ButtonLink>
    </PageBody>
  </article>
)
