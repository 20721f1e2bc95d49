// For the tests of notices: somebody watches, somebody publishes, and the jobs run.
import { beforeEach } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { hearAgain } from './store-telling.ts'

const told = {
  ...{ summary: 'Kurz.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'] as readonly string[], audience: '2' },
}
type Fields = Readonly<Record<string, string | readonly string[]>>

const idIn = (path: string): string => /\d+/.exec(path)?.[0] ?? ''

async function workAll(town: Town): Promise<void> {
  while ((await town.work()) > 0);
}

/** Ada publishes, Beatriz watches. Before each test nobody watches anything and nobody was told of anything. */
export async function openWatchingTown() {
  const town = await openTown()
  const [ada, beatriz] = [await town.as('ada-lindmoser'), await town.as('beatriz-ribeirinha-douro')]
  await workAll(town)
  beforeEach(async () => {
    for (const table of ['subscription', 'notice', 'notice_rhythm', 'notice_setting', 'notice_default', 'notice_later'])
      await fill(town, `delete from ${table}`)
    town.mails.length = 0
  })
  const watch = async (who: Visitor, of: string): Promise<number> =>
    (await who.post('/notices/subscriptions', { of })).status
  const publish = async (who: Visitor, fields: Fields): Promise<string> => {
    const id = idIn((await who.post('/practices', { ...told, ...fields })).headers.get('location') ?? '')
    await who.post(`/practices/${id}/publication`)
    await workAll(town)
    return id
  }
  const countOf = async (who: Visitor): Promise<number> =>
    ((await (await who.get('/notices/count')).json()) as { count: number }).count
  return {
    ...{ town, ada, beatriz, watch, publish, countOf },
    workAll: () => workAll(town),
    hearAgain: () => hearAgain(town.database.system, new Date()),
  }
}
