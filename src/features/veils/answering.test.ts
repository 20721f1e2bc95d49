// Whoever asked as a member city answers below it like others: quotes, calls, rewords, sums up. None of it says who they are.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { askVeiled, work } from './fixtures.ts'

let town: Town
let jonte: Visitor
let path: string
let id: number
const replyIn = (answer: Response): number =>
  Number(/reply-(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? 0)

beforeAll(async () => {
  town = await openTown()
  jonte = await town.as('jonte-pfalzgrafer')
  ;({ path, id } = await askVeiled(town))
}, 120_000)

test('quoting and calling whoever answered, rewording it and summing up name nobody', async () => {
  const ada = await town.as('ada-lindmoser')
  const first = replyIn(await ada.post(`/contributions/${id}/replies`, { text: 'Bei uns half Licht.', lang: 'de' }))
  const given = await jonte.post(`/contributions/${id}/replies`, {
    text: 'Danke, @Ada Lindmoser, wie lange?',
    lang: 'de',
    quote: String(first),
    part: 'Bei uns half Licht.',
  })
  expect(given.status).toBe(303)
  const own = replyIn(given)
  const [written] = await rowsOf<{ revision: number }>(town, `select revision from reply where id = ${own}`)
  const changed = await jonte.post(`/replies/${own}`, {
    text: 'Danke. Wie lange schon?',
    lang: 'de',
    revision: String(written?.revision),
  })
  expect(changed.status).toBe(303)
  expect(
    (await jonte.post(`/contributions/${id}/summary`, { text: 'Licht half.', lang: 'de', number: '0' })).status,
  ).toBe(303)
  await work(town)
  const pages = [path, `/replies/${own}/wordings`, `/contributions/${id}/visibility`]
  for (const page of pages) expect(await ada.page(page)).not.toMatch(/pfalzgr[aä]fer|kaiserslautern/i)
  expect(await ada.page(path)).toContain('Licht half.')
  expect(await rowsOf(town, `select author_id as who from reply where id = ${own}`)).toEqual([{ who: null }])
})

test('a file is refused with the reason, and nothing is kept of it', async () => {
  const file = new File(['Kaiserslautern'], 'plan.txt', { type: 'text/plain' })
  const answer = await jonte.post(`/contributions/${id}/replies`, { text: 'Unser Plan.', lang: 'de', files: file })
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('A file often tells')])
  expect(await rowsOf(town, `select id from attachment where contribution_id = ${id}`)).toEqual([])
})

test('a reply, a new wording and a summary that say the own city or name come back with what was typed', async () => {
  const given = await jonte.post(`/contributions/${id}/replies`, { text: 'Danke an alle.', lang: 'de' })
  const own = replyIn(given)
  const revision = String(
    (await rowsOf<{ revision: number }>(town, `select revision from reply where id = ${own}`))[0]?.revision,
  )
  const [summary] = await rowsOf<{ number: number }>(
    town,
    `select coalesce(max(number), 0)::int as number from discussion_summary where contribution_id = ${id}`,
  )
  const number = String(summary?.number)
  for (const text of [
    'Wir in KAISERSLAUTERN sagen',
    'Schreiben Sie jonte@kaiserslautern.de',
    'Jonte Pfalzgräfer dankt.',
  ])
    for (const [way, more] of [
      [`/contributions/${id}/replies`, {}],
      [`/replies/${own}`, { revision }],
      [`/contributions/${id}/summary`, { number }],
    ] as const) {
      const answer = await jonte.post(way, { text, lang: 'de', ...more })
      const page = await answer.text()
      expect([way, answer.status]).toEqual([way, 422])
      expect(page).toContain('The text says your city’s name or your own.')
      expect(page).toContain(text)
    }
  // What others write there is theirs, also of the same city.
  const almut = await town.as('almut-westrichter')
  const other = await almut.post(`/contributions/${id}/replies`, { text: 'Wir in Kaiserslautern auch.', lang: 'de' })
  expect(other.status).toBe(303)
})
