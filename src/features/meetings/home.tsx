// On the home page: what this person has taken on in their rooms.
import type { HomePart } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import { listTasksFor } from './store.ts'
import { OwnTasks } from './views/own-tasks.tsx'

const mostShown = 5

export const meetingsHome: readonly HomePart[] = [
  {
    name: 'meetings.tasks',
    for: 'signed-in',
    place: 'aside',
    position: 15,
    draw: async (c) => {
      const tasks = await listTasksFor(c.var.db, signedIn(c).person.id, mostShown)
      return tasks.length === 0 ? undefined : <OwnTasks t={c.var.t} tasks={tasks} />
    },
  },
]
