// A room from outside: what it is for, who looks after it, and the way in.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { inRoom } from '../paths.ts'
import { mayAskToJoin, mayJoin } from '../permissions.ts'
import type { Room } from '../room.ts'
import { RoomFacts } from './room-facts.tsx'
import { RoomNotes } from './room-notes.tsx'

export interface RoomDoorProps {
  readonly t: Translate
  readonly room: Room
  readonly concepts: readonly string[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Asking = ({ t, room, typed, issues }: RoomDoorProps) => (
  <Section title={t('rooms.ask')}>
    <Form t={t} action={inRoom(room.id, 'requests')} label={t('rooms.ask')}>
      <TextArea
        t={t}
        name="text"
        label={t('rooms.field-request')}
        hint={t('rooms.hint-request')}
        value={typed['text']}
        issues={issues}
        rows={2}
        maxlength={1000}
        required
      />
      <ButtonRow>
        <Button tone="primary" icon="send">
          {t('rooms.ask-send')}
        </Button>
      </ButtonRow>
    </Form>
  </Section>
)

const Joining = ({ t, room }: Pick<RoomDoorProps, 't' | 'room'>) => (
  <>
    {room.invited && <p>{t('rooms.you-are-invited')}</p>}
    <ButtonRow>
      <PostButton action={inRoom(room.id, 'joining')} tone="primary" icon="log-in">
        {t('rooms.join')}
      </PostButton>
      {room.invited && (
        <PostButton action={inRoom(room.id, 'invitation/end')} tone="quiet">
          {t('rooms.say-no')}
        </PostButton>
      )}
    </ButtonRow>
  </>
)

const Waiting = ({ t, room }: Pick<RoomDoorProps, 't' | 'room'>) => (
  <>
    <Notice>
      <p>{t(room.asked === 'declined' ? 'rooms.you-were-declined' : 'rooms.you-asked')}</p>
    </Notice>
    {room.asked === 'waiting' && (
      <PostButton action={inRoom(room.id, 'requests/end')} tone="quiet">
        {t('rooms.asking-end')}
      </PostButton>
    )}
  </>
)

export const RoomDoor = (props: RoomDoorProps) => {
  const { t, room, concepts, issues } = props
  return (
    <article>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={t('rooms.one')} title={room.name} lang={room.lang} />
      <PageBody aside={<RoomFacts t={t} room={room} concepts={concepts} />}>
        <RoomNotes t={t} room={room} />
        <Prose html={renderMarkdown(room.aim)} lang={room.lang} />
        {mayJoin(room) && <Joining t={t} room={room} />}
        {mayAskToJoin(room) && <Asking {...props} />}
        {!room.invited && room.asked !== null && <Waiting t={t} room={room} />}
        <p>{t('rooms.door-note')}</p>
      </PageBody>
    </article>
  )
}
