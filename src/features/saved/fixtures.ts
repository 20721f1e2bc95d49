// For the tests of saved searches: somebody saves, somebody publishes or changes, and the jobs run.
import { beforeEach } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

export const idIn = (path: string): string => /\d+/.exec(path)?.[0] ?? ''

export async function workAll(town: Town): Promise<void> {
  while ((await town.work()) > 0);
}

/** Ada publishes, Beatriz waits for it. Before each test nobody has saved anything, and no mail was sent. */
export async function openWaitingTown() {
  const town = await openTown()
  const [ada, beatriz] = [await town.as('ada-lindmoser'), await town.as('beatriz-ribeirinha-douro')]
  await workAll(town)
  beforeEach(async () => {
    await fill(town, 'delete from saved_search')
    await fill(town, 'delete from saved_alert')
    town.mails.length = 0
  })
  return { town, ada, beatriz, addresses: () => town.mails.map(({ to }) => to) }
}

/** Gives the path of the saved search. */
export async function saveFor(who: Visitor, search: string, rhythm: string): Promise<string> {
  const path = (await who.post('/saved-searches', { search })).headers.get('location') ?? ''
  await who.post(`${path}/rhythm`, { rhythm })
  return path
}

const told = {
  ...{ summary: 'Kurz.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'], audience: '2' },
}
type Fields = Readonly<Record<string, string>>

/** Gives the number of the practice. `rounds`: of the worker; two hear of the fact and of the alert, left out: all. */
export async function publish(town: Town, who: Visitor, fields: Fields, rounds?: number): Promise<string> {
  const id = idIn((await who.post('/practices', { ...told, ...fields })).headers.get('location') ?? '')
  await who.post(`/practices/${id}/publication`)
  if (rounds === undefined) await workAll(town)
  else for (let round = 0; round < rounds; round += 1) await town.work()
  return id
}

export async function change(town: Town, who: Visitor, id: string, fields: Fields): Promise<void> {
  const form = await who.page(`/practices/${id}/edit?step=readers`)
  const revision = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? ''
  const answer = await who.post(`/practices/${id}`, { ...told, ...fields, revision, widen: 'yes' })
  if (answer.status !== 303) throw new Error(`The change was answered with ${answer.status}: ${await answer.text()}`)
  await workAll(town)
}
