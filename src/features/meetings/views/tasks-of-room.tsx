// On the page of a room: what is still to do.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import type { RoomMember } from '../../rooms/public.tsx'
import type { Task } from '../meeting.ts'
import { TaskForm } from './task-form.tsx'
import { TaskList } from './task-list.tsx'

export interface TasksOfRoomProps {
  readonly t: Translate
  readonly roomId: number
  readonly writable: boolean
  readonly members: readonly RoomMember[]
  readonly tasks: readonly Task[]
  readonly once: string
}

export const TasksOfRoom = ({ t, roomId, writable, members, tasks, once }: TasksOfRoomProps) => (
  <Section title={t('meetings.tasks')} id="tasks">
    {tasks.length === 0 ? (
      <p>{t('meetings.none-tasks')}</p>
    ) : (
      <TaskList t={t} roomId={roomId} writable={writable} tasks={tasks} />
    )}
    {writable && (
      <details class="confirm-step">
        <summary class="button button-quiet">{t('meetings.add-task')}</summary>
        <TaskForm {...{ t, room: { id: roomId }, members, typed: {}, issues: [], once }} />
      </details>
    )}
  </Section>
)
