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
