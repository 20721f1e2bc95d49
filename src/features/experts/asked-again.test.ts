// What somebody agreed to is what they read; who said no is left in peace; who leaves by an erasure leaves the institution findable.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { forgetRefusals } from './store-asking.ts'

let town: Town
let ada: Visitor
let jonte: Visitor
const fields = {
  ...{ institution: 'Institut Sumpfdotter', country: 'AT', link: '', lang: 'de', mailLang: 'en', vouch: 'yes' },
  about: 'Misst, wie hell es nachts ist.',
  'concepts[]': ['public-space'],
  'languages[]': ['de'],
  name: 'Kunigunde Mostbirne',
  function: 'Leiterin',
}
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer')
  // The first search of a process reads its languages.
  await jonte.page('/search?q=Mostbirne')
}, 120_000)
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const linkOf = (): string => /https?:\/\/[^/\s]+(\/experts\/consent\S+)/.exec(town.mails.at(-1)?.text ?? '')?.[1] ?? ''
const revisionIn = (page: string): string => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
const sayYes = async (link: string): Promise<Response> =>
  town.visitor.post(link, { answer: 'yes', revision: revisionIn(await town.visitor.page(link)) })
/** Entered, asked and agreed. */
async function named(email: string, institution: string): Promise<{ path: string; link: string }> {
  const answer = await ada.post('/experts', { ...fields, institution, email })
  expect(answer.status).toBe(303)
  await work()
  const link = linkOf()
  expect((await sayYes(link)).status).toBe(200)
  await work()
  return { path: answer.headers.get('location') ?? '', link }
}
const finds = async (words: string, path: string): Promise<boolean> =>
  (await jonte.page(`/search?q=${words}`)).includes(`href="${path}`)
const change = async (path: string, more: Record<string, string | readonly string[]> = {}) => {
  const { name: _, function: __, vouch: ___, mailLang: ____, ...institution } = fields
  const revision = revisionIn(await ada.page(`${path}/edit`))
  return ada.post(`${path}/edit`, { ...institution, revision, ...more })
}

describe('what is written anew', () => {
  test('hides who had agreed from that moment, asks them once by mail, and shows them again when they agree', async () => {
    const { path, link } = await named('k@sumpfdotter.example', 'Institut Sumpfdotter')
    expect(await ada.page(`${path}/edit`)).toContain('Kunigunde Mostbirne has agreed to what stands here now')
    town.mails.length = 0
    expect((await change(path, { about: 'Misst auch, wer sich fürchtet.' })).status).toBe(303)
    expect(await jonte.page(path)).toContain('wer sich fürchtet')
    expect(await jonte.page(path)).not.toContain('Mostbirne')
    expect(await finds('Mostbirne', path)).toBe(false)
    await work()
    expect(await finds('Mostbirne', path)).toBe(false)
    expect(await finds('Sumpfdotter', path)).toBe(true)
    expect(town.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['k@sumpfdotter.example', 'Something about your entry was changed (Institut Sumpfdotter)'],
    ])
    await change(path, { about: 'Und noch etwas, das niemand gefragt wurde.' })
    await work()
    expect(town.mails).toHaveLength(1)
    expect((await sayYes(link)).status).toBe(200)
    await work()
    expect(await jonte.page(path)).toContain('Mostbirne')
    expect(await finds('Mostbirne', path)).toBe(true)
  })

  test('the same words once more ask nobody', async () => {
    const { path } = await named('k@same.example', 'Institut Gleich')
    town.mails.length = 0
    expect((await change(path, { institution: 'Institut Gleich' })).status).toBe(303)
    await work()
    expect(town.mails).toEqual([])
    expect(await jonte.page(path)).toContain('Mostbirne')
  })

  test('nobody agrees to what they have not read', async () => {
    const answer = await ada.post('/experts', { ...fields, institution: 'Institut Lesend', email: 'k@lesend.example' })
    await work()
    const path = answer.headers.get('location') ?? ''
    const link = linkOf()
    const read = revisionIn(await town.visitor.page(link))
    await change(path, { institution: 'Institut Lesend', about: 'Etwas ganz anderes als vorher.' })
    const yes = await town.visitor.post(link, { answer: 'yes', revision: read })
    expect(yes.status).toBe(422)
    const page = await yes.text()
    for (const part of ['changed while you were reading', 'Etwas ganz anderes als vorher.'])
      expect(page).toContain(part)
    expect(await jonte.page(path)).not.toContain('Mostbirne')
  })

  test('is changed by whoever vouches, of two windows by the first, and by nobody of another city', async () => {
    const { path } = await named('k@zwei.example', 'Institut Zwei')
    const revision = revisionIn(await ada.page(`${path}/edit`))
    expect((await change(path, { about: '' })).status).toBe(422)
    expect((await change(path, { institution: 'Institut Zwei', revision })).status).toBe(303)
    const late = await change(path, { institution: 'Institut Spät', revision })
    expect(late.status).toBe(422)
    expect(await late.text()).toMatch(/Somebody has changed this entry meanwhile[\s\S]*Institut Spät/)
    for (const slug of ['jonte-pfalzgrafer', 'almut-westrichter', 'irena-halvorsdottir-blau'])
      expect((await (await town.as(slug)).get(`${path}/edit`)).status, slug).toBe(403)
  })
})

test('an erasure by address takes the person out of the search and leaves the institution in it', async () => {
  const { path } = await named('k@erased.example', 'Institut Lavendel')
  await rowsOf(town, `delete from expert_person where lower(email) = 'k@erased.example'`)
  expect(await finds('Mostbirne', path)).toBe(false)
  await work()
  expect(await finds('Lavendel', path)).toBe(true)
  expect(await finds('Mostbirne', path)).toBe(false)
})

describe('who said no', () => {
  test('is asked by nobody for a year, whoever tries is told until when, and the address is nowhere kept', async () => {
    town.now = new Date('2026-11-26T12:00:00Z')
    await ada.post('/experts', { ...fields, institution: 'Institut Nein', email: 'Nein@nein.example' })
    await work()
    expect((await town.visitor.post(linkOf(), { answer: 'no' })).status).toBe(200)
    await work()
    town.mails.length = 0
    const almut = await town.as('almut-westrichter')
    const again = await almut.post('/experts', { ...fields, institution: 'Institut Doch', email: 'nein@NEIN.example' })
    expect(again.status).toBe(422)
    const page = await again.text()
    expect(page).toContain('They can be asked again from 26 November 2027 on')
    expect(page).toContain('Institut Doch')
    expect(
      (await almut.post('/experts', { ...fields, institution: 'Institut Doch', name: '', email: '' })).status,
    ).toBe(303)
    await work()
    expect(town.mails).toEqual([])
    const kept = await rowsOf(town, 'select r::text as row from expert_refusal r')
    expect(JSON.stringify(kept)).not.toMatch(/nein/i)
    // On the day that was told, also before the hour of that no; in the evening before it was the 25th.
    const later = (name: string) => almut.post('/experts', { ...fields, institution: name, email: 'nein@nein.example' })
    town.now = new Date('2027-11-25T21:00:00Z')
    expect((await later('Am Abend davor')).status).toBe(422)
    town.now = new Date('2027-11-26T07:00:00Z')
    expect((await later('Nach einem Jahr')).status).toBe(303)
    await forgetRefusals(testJobs(town.database.system, town.dataDir).system, town.now)
    expect(await rowsOf(town, 'select 1 from expert_refusal')).toEqual([])
  })
})

test('who vouched and went to another city vouches no more, and keeps no hand on the entry; the city does', async () => {
  const { path } = await named('k@umzug.example', 'Institut Umzug')
  await rowsOf(
    town,
    `update person set role = 'colleague', organisation_id = (select id from organisation where slug = 'nl-rotterdam') where slug = 'ada-lindmoser'`,
  )
  const page = await jonte.page(path)
  expect(page).not.toContain('Ada Lindmoser')
  expect(page).toContain('Graz')
  const moved = await town.as('ada-lindmoser')
  expect((await moved.get(`${path}/edit`)).status).toBe(403)
  expect((await moved.post(`${path}/removal`)).status).toBe(403)
})
