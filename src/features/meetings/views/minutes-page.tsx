// Minutes: what was said, what was decided, who does what. They name nobody who said something.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { mayWriteIn, type Room, type RoomMember, RoomNotes, roomClass } from '../../rooms/public.tsx'
import type { Decision, Minutes, Task } from '../meeting.ts'
import { minutesPath } from '../paths.ts'
import { TaskForm } from './task-form.tsx'
import { TaskList } from './task-list.tsx'

export interface MinutesPageProps {
  readonly t: Translate
  readonly room: Room
  readonly minutes: Minutes
  readonly decisions: readonly Decision[]
  readonly tasks: readonly Task[]
  readonly members: readonly RoomMember[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Goes with each form, so that a double click writes down one thing. */
  readonly once: string
}

const Decisions = ({ t, room, minutes, decisions, typed, issues, once }: MinutesPageProps) => (
  <Section title={t('meetings.decisions')}>
    {decisions.length === 0 && <p>{t('meetings.none-decisions')}</p>}
    <ul>
      {decisions.map(({ number, text }) => (
        <li>
          <strong>{t('meetings.decision', { number })}</strong> {text}
        </li>
      ))}
    </ul>
    {mayWriteIn(room) && (
      <Form
        t={t}
        action={minutesPath(room.id, minutes.id, 'decisions')}
        hidden={{ once }}
        label={t('meetings.add-decision')}
      >
        <TextField
          {...{ t, issues, name: 'decision', label: t('meetings.field-decision'), value: typed['decision'] }}
          hint={t('meetings.hint-decision')}
          maxlength={1000}
          required
        />
        <Button icon="plus">{t('meetings.add-decision')}</Button>
      </Form>
    )}
  </Section>
)

const Tasks = ({ t, room, minutes, tasks, members, once }: MinutesPageProps) => (
  <Section title={t('meetings.tasks')} id="tasks">
    {tasks.length === 0 ? (
      <p>{t('meetings.none-tasks')}</p>
    ) : (
      <TaskList t={t} roomId={room.id} writable={mayWriteIn(room)} tasks={tasks} />
    )}
    {mayWriteIn(room) && <TaskForm {...{ t, room, members, typed: {}, issues: [], once, minutesId: minutes.id }} />}
  </Section>
)

export const MinutesPage = (props: MinutesPageProps) => {
  const { t, room, minutes, issues } = props
  const day = formatDate(t.lang, new Date(minutes.heldOn))
  const change = mayWriteIn(room) && (
    <ButtonLink href={minutesPath(room.id, minutes.id, 'edit')} icon="pencil">
      {t('meetings.change-minutes')}
    </ButtonLink>
  )
  return (
    <article class={roomClass(room)}>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        {...{ t, kind: t('meetings.minutes'), title: minutes.title, lang: minutes.lang, tlp: 'TLP:AMBER' }}
        audienceName={room.name}
        lead={minutes.meetingTitle === null ? day : t('meetings.of-meeting', { day, meeting: minutes.meetingTitle })}
        action={change}
      />
      <PageBody>
        <RoomNotes t={t} room={room} />
        <Prose html={renderMarkdown(minutes.text)} lang={minutes.lang} />
        <Decisions {...props} />
        <Tasks {...props} />
      </PageBody>
    </article>
  )
}
