// Tasks: what, who, until when; done with one click.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import type { Task } from '../meeting.ts'
import { taskPath } from '../paths.ts'

export interface TaskListProps {
  readonly t: Translate
  readonly roomId: number
  readonly writable: boolean
  readonly tasks: readonly Task[]
}

const Act = ({ t, roomId, task }: { t: Translate; roomId: number; task: Task }) =>
  task.doneAt === null ? (
    <PostButton
      action={taskPath(roomId, task.id, 'completion')}
      small
      icon="check"
      label={t('meetings.finish-of', { task: task.text })}
    >
      {t('meetings.finish')}
    </PostButton>
  ) : (
    <PostButton
      action={taskPath(roomId, task.id, 'completion/end')}
      small
      tone="quiet"
      label={t('meetings.reopen-of', { task: task.text })}
    >
      {t('meetings.reopen')}
    </PostButton>
  )

const whoOf = (t: Translate, { personId, personName }: Task): string =>
  personId === null ? t('meetings.anybody') : (personName ?? t('discussion.somebody'))

export const TaskList = ({ t, roomId, writable, tasks }: TaskListProps) => (
  <DataTable
    t={t}
    caption={t('meetings.tasks')}
    hideCaption
    columns={[
      { label: t('meetings.task') },
      { label: t('meetings.who') },
      { label: t('meetings.due') },
      { label: t('meetings.state'), hiddenLabel: writable },
    ]}
    rows={tasks.map((task) => [
      task.text,
      <span class="said-by">{whoOf(t, task)}</span>,
      task.dueOn === null ? '–' : formatDate(t.lang, new Date(task.dueOn)),
      writable ? (
        <Act t={t} roomId={roomId} task={task} />
      ) : (
        t(task.doneAt === null ? 'meetings.open' : 'meetings.done')
      ),
    ])}
  />
)
