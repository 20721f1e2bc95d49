// On the home page: one's own tasks, the most urgent first.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { roomPath } from '../../rooms/public.tsx'
import type { OwnTask } from '../store.ts'

export const OwnTasks = ({ t, tasks }: { readonly t: Translate; readonly tasks: readonly OwnTask[] }) => (
  <Section title={t('meetings.own-tasks')}>
    <ul>
      {tasks.map(({ text, dueOn, roomId, roomName }) => (
        <li>
          <a href={`${roomPath(roomId, roomName)}#tasks`}>{text}</a>
          {dueOn !== null && ` · ${formatDate(t.lang, new Date(dueOn))}`}
        </li>
      ))}
    </ul>
  </Section>
)
