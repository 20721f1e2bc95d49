// The form with which a task is written down; on a page of its own where it was refused.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { RoomMember } from '../../rooms/public.tsx'
import { tasksPath } from '../paths.ts'

export interface TaskFormProps {
  readonly t: Translate
  readonly room: { readonly id: number }
  readonly members: readonly RoomMember[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Goes with the form, so that a double click adds one task. */
  readonly once: string
  /** The minutes it stands in. */
  readonly minutesId?: number
  /** With a title of its own. */
  readonly alone?: boolean
}

export const TaskForm = ({ t, room, members, typed, issues, once, minutesId, alone }: TaskFormProps) => (
  <>
    {alone && <ErrorSummary t={t} issues={issues} />}
    {alone && <PageTitle t={t} title={t('meetings.add-task')} />}
    <Form
      t={t}
      action={tasksPath(room.id)}
      hidden={{ once, minutes: minutesId === undefined ? String(typed['minutes'] ?? '') : String(minutesId) }}
      label={t('meetings.add-task')}
    >
      <TextField
        {...{ t, issues, name: 'task', label: t('meetings.field-task'), value: typed['task'] }}
        maxlength={500}
        required
      />
      <SelectField
        {...{ t, issues, name: 'person', label: t('meetings.who'), value: typed['person'] }}
        empty={t('meetings.anybody')}
        options={members.map(({ id, name, organisationName }) => ({
          value: String(id),
          label: `${name}, ${organisationName}`,
        }))}
      />
      <DateField {...{ t, issues, name: 'dueOn', label: t('meetings.due'), value: typed['dueOn'] }} />
      <Button icon="plus">{t('meetings.add-task')}</Button>
    </Form>
  </>
)
