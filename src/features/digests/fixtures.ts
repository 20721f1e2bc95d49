// For the tests of digests: somebody has something new, it becomes morning, and the jobs run.
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { raiseDigests } from './actions/raise-digests.ts'

/** A Tuesday, at half past seven in Lisbon and half past eight in Graz. */
export const morning = new Date('2027-03-02T07:30:00Z')
export const beatrizAddress = 'beatriz.ribeirinha-douro@porto.example'

export async function workAll(town: Town): Promise<void> {
  while ((await town.work()) > 0);
}

export const jobsOf = (town: Town) => ({
  ...testJobs(town.database.system, town.dataDir, (personId, work) => town.database.read({ personId }, work)),
  now: () => town.now,
})

/** Ada writes, Beatriz reads. Nobody else wants digests, and all that waits for Beatriz otherwise is left out. */
export async function openReadersTown() {
  const town = await openTown()
  const [ada, beatriz] = [await town.as('ada-lindmoser'), await town.as('beatriz-ribeirinha-douro')]
  await workAll(town)
  town.mails.length = 0
  town.now = morning
  const beatrizId = await town.personId('beatriz-ribeirinha-douro')
  await fill(
    town,
    `insert into notice_rhythm (person_id, area, rhythm) select id, area, 'never' from person, unnest(array['asked', 'watched', 'rooms', 'city']) area
     on conflict (person_id, area) do update set rhythm = 'never'`,
  )
  for (const table of ['notice', 'subscription', 'saved_search']) await fill(town, `delete from ${table}`)
  await wish(town, 'watched', 'daily')
  return { town, ada, beatriz, beatrizId }
}

/** How Beatriz wants to hear of it. */
export const wish = (town: Town, area: string, rhythm: string): Promise<number> =>
  fill(
    town,
    `update notice_rhythm set rhythm = '${rhythm}' where area = '${area}'
       and person_id = (select id from person where slug = 'beatriz-ribeirinha-douro')`,
  )

const told = {
  ...{ summary: 'Kurzer Inhalt.', lang: 'de', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'], audience: '2' },
}
type Fields = Readonly<Record<string, string>>
interface Writer {
  readonly post: (path: string, fields?: Record<string, string | readonly string[]>) => Promise<Response>
}

/** Gives the number of the practice, of which there is something new for Beatriz. */
export async function publish(town: Town, who: Writer, fields: Fields): Promise<string> {
  const answer = await who.post('/practices', { ...told, ...fields })
  const id = /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
  await who.post(`/practices/${id}/publication`)
  await workAll(town)
  await notice(town, id)
  return id
}

/** Something new about it. */
export const notice = (town: Town, id: string, area = 'watched'): Promise<number> =>
  fill(
    town,
    `insert into notice (person_id, contribution_id, fact_id, what, area, created_at)
     select p.id, ${id}, (select min(f.id) from fact f where not exists (
         select 1 from notice n where n.fact_id = f.id and n.person_id = p.id)), 'new', '${area}', '${new Date(town.now.getTime() - 43_200_000).toISOString()}'
     from person p where p.slug = 'beatriz-ribeirinha-douro'
     on conflict do nothing`,
  )

/** Raises what is due now, and sends it. Gives how many mails there were. */
export async function deliver(town: Town): Promise<number> {
  const before = town.mails.length
  await raiseDigests(jobsOf(town))
  await workAll(town)
  return town.mails.length - before
}

/** The next morning: gives how many mails there were. */
export function nextDay(town: Town): Promise<number> {
  town.now = new Date(town.now.getTime() + 86_400_000)
  return deliver(town)
}
