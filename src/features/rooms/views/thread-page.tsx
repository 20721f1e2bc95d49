// One thread: what was said first, and what every kind of contribution has.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonRow } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { SharedParts } from '../../discussion/public.tsx'
import { threadWithdrawalPath } from '../paths.ts'
import { mayWithdrawThread } from '../permissions.ts'
import type { Room, Thread } from '../room.ts'
import { RoomNotes, roomClass } from './room-notes.tsx'

export interface ThreadPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly thread: Thread
  readonly room: Room | undefined
  readonly shared: SharedParts
}

const Actions = ({ t, viewer, thread, shared }: ThreadPageProps) => (
  <ButtonRow>
    {shared.beside.tools}
    {mayWithdrawThread(viewer, thread) && (
      <ConfirmStep
        label={t('rooms.withdraw')}
        question={t('rooms.withdraw-question')}
        action={threadWithdrawalPath(thread.id)}
        confirm={t('rooms.withdraw-confirm')}
      />
    )}
  </ButtonRow>
)

export const ThreadPage = (props: ThreadPageProps) => {
  const { t, thread, room, shared } = props
  return (
    <article class={roomClass(room)}>
      <PageTitle
        t={t}
        kind={t('rooms.thread')}
        title={thread.title}
        lang={thread.lang}
        tlp={tlpLabel(thread.audienceKind)}
        audienceName={room?.name}
        facts={shared.byline}
        action={<Actions {...props} />}
      />
      <PageBody aside={[shared.visibility, ...shared.beside.aside]}>
        <RoomNotes t={t} room={room} />
        <Prose html={renderMarkdown(thread.text)} lang={thread.lang} />
        {shared.beside.below}
        {shared.attachments}
        {shared.discussion}
      </PageBody>
    </article>
  )
}
