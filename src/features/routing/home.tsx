// What routing hands to the home page: questions that this person may know something about.
import type { HomePart } from '#platform/feature.ts'
import { askedNow } from './told-asked.ts'
import { AskedList } from './views/asked-list.tsx'

export const routingHome: readonly HomePart[] = [
  {
    name: 'routing.asked',
    for: 'signed-in',
    place: 'top',
    position: 20,
    draw: async (c) => {
      const asked = await askedNow(c)
      return asked.length === 0 ? undefined : <AskedList t={c.var.t} asked={asked} />
    },
    shows: async (c) => (await askedNow(c)).map(({ id }) => id),
  },
]
