// Whoever has themselves erased is named no more where another city used their words: not on its page, in no earlier wording, in no search.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { eraseDue } from '../privacy/jobs.ts'

test('Beatriz is erased: the practice of Graz keeps her words and her city, and nowhere her name', async () => {
  const town = await openTown()
  const work = async (): Promise<void> => {
    while ((await town.work()) > 0);
  }
  const idIn = (answer: Response): string => /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
  const ada = await town.as('ada-lindmoser')
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  const said = { text: 'Who walks at night, and where?', title: 'Who walks at night', lang: 'en', before: 'yes' }
  const question = idIn(await ada.post('/questions', { ...said, 'concepts[]': ['youth'], audience: '2' }))
  await beatriz.post(`/contributions/${question}/replies`, { text: 'With two mediators.', lang: 'en' })
  const draft = idIn(await ada.post(`/questions/${question}/gathering`))
  const step = (fields: Record<string, string>, revision: string) =>
    ada.post(`/practices/${draft}`, { ...fields, revision })
  await step({ step: 'results', results: 'Fewer calls.', evidence: '0' }, '1')
  await step({ step: 'response', response: 'Two walk together.' }, '2')
  const about = { title: 'Who walks at night', summary: 'Two people.', lang: 'en' }
  await step({ step: 'beginning', ...about }, '3')
  expect((await ada.post(`/practices/${draft}/publication`)).status).toBe(303)
  await work()
  const read = async () => ada.page((await ada.get(`/practices/${draft}`)).headers.get('location') ?? '')
  expect(await read()).toContain('Beatriz Ribeirinha Douro, Porto')

  await fill(
    town,
    `insert into erasure (person_id, confirmed_at, due_at)
     select id, now(), now() - interval '1 minute' from person where slug = 'beatriz-ribeirinha-douro'`,
  )
  const parts = testJobs(town.database.system, town.dataDir)
  await eraseDue({ ...parts, mail: async () => undefined, now: () => town.now })
  await work()
  const page = await read()
  expect(page).toContain('With two mediators.')
  expect(page).toContain('Porto')
  expect(page).not.toContain('Ribeirinha')
  const named = await rowsOf<{ at: string }>(
    town,
    `select 'practice' as at from practice p where contribution_id = ${draft} and to_jsonb(p)::text ~ 'Ribeirinha'
     union all select 'revision' from practice_revision where contribution_id = ${draft} and content::text ~ 'Ribeirinha'
     union all select 'gathered' from gathered_reply where practice_id = ${draft} and named is not null
     union all select 'search' from search_document d where contribution_id = ${draft} and to_jsonb(d)::text ~ 'Ribeirinha'`,
  )
  expect(named).toEqual([])
}, 60_000)
