// One process of several leads; when it ends, or loses its connection, another does.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { leadAlone, untilAborted } from './lead.ts'

const town = await openTown('empty')

/** Leads until it is over, and writes down who does. */
const begin = (who: string, leading: string[]): (() => Promise<void>) =>
  leadAlone(town.app_role, 'a test', {
    pause: 50,
    failed: () => undefined,
    lead: async (over) => {
      leading.push(who)
      await untilAborted(over, 60_000)
      leading.splice(leading.indexOf(who), 1)
    },
  })

test('never two at once; the second takes over from one that ends, and from one that was cut off', async () => {
  const leading: string[] = []
  const endFirst = begin('first', leading)
  await expect.poll(() => leading).toEqual(['first'])
  const endSecond = begin('second', leading)
  await untilAborted(new AbortController().signal, 300)
  expect(leading).toEqual(['first'])
  await endFirst()
  await expect.poll(() => leading).toEqual(['second'])
  const endThird = begin('third', leading)
  await fill(
    town,
    `select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'vicinia-lead'
    and pid in (select pid from pg_locks where locktype = 'advisory' and granted)`,
  )
  await expect.poll(() => leading.length).toBe(1)
  await Promise.all([endSecond(), endThird()])
  expect(leading).toEqual([])
})
