// Who is named has agreed: before, after a no, and after taking it back, nobody finds more than the institution.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { testJobs } from '../../../testing/template.ts'
import { type IndexedKind, indexWithin, kindsOf } from '../search/actions/index-documents.ts'
import { sendAsking } from './actions/send-asking.ts'
import { answerDays } from './expert.ts'
import { experts } from './feature.ts'
import { forgetUnanswered } from './store-asking.ts'

let town: Town
let door: Door
let ada: Visitor
let jonte: Visitor
const name = 'Walpurga Quittenbaum'
const fields = {
  institution: 'Institut Glühwürmchen',
  country: 'AT',
  link: 'https://gluehwuermchen.example/x',
  about: 'Zählt Lichter in dunklen Straßen und wertet sie aus.',
  lang: 'de',
  'concepts[]': ['public-space'],
  'languages[]': ['de'],
  name,
  function: 'Leiterin',
  email: 'Walpurga@gluehwuermchen.example',
  mailLang: 'de',
  vouch: 'yes',
}

beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer')
}, 120_000)
afterAll(() => door.close())

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
async function enter(more: Record<string, string | readonly string[]> = {}): Promise<string> {
  const answer = await ada.post('/experts', { ...fields, ...more })
  expect(answer.status).toBe(303)
  await work()
  return answer.headers.get('location') ?? ''
}
const sayYes = async (link: string): Promise<Response> => {
  const revision = /name="revision" value="(\d+)"/.exec(await town.visitor.page(link))?.[1] ?? ''
  return town.visitor.post(link, { answer: 'yes', revision })
}
const linkOf = (): string => /https?:\/\/[^/\s]+(\/experts\/consent\S+)/.exec(town.mails.at(-1)?.text ?? '')?.[1] ?? ''
/** Every way to a name; the page of a search says what was searched for, so the entry is looked for. */
async function findsName(who: Visitor, path: string): Promise<boolean> {
  const pages = await Promise.all([path, '/experts', '/experts?concept=public-space'].map((where) => who.page(where)))
  const found = await Promise.all(
    ['/search?q=Quittenbaum', '/search/suggestions?q=Quittenb', '/api/v1/search?q=Quittenbaum'].map((where) =>
      who.page(where),
    ),
  )
  return pages.some((page) => page.includes('Quittenbaum')) || found.some((page) => page.includes(path))
}

describe('an institution with somebody who is asked', () => {
  let path: string
  let link: string
  beforeAll(async () => {
    path = await enter()
    link = linkOf()
  })

  test('is read in the network, without the person; who asked sees that they wait', async () => {
    expect(await jonte.page(path)).toContain('Institut Glühwürmchen')
    expect(await jonte.page(path)).toContain('Ada Lindmoser')
    expect(await findsName(jonte, path)).toBe(false)
    expect(await jonte.page('/search?q=Glühwürmchen')).toContain(path)
    expect(await ada.page(path)).toContain(name)
    expect(await ada.page(path)).toContain('Has not agreed yet')
    expect(await ada.page(path)).not.toContain('Walpurga@')
  })

  test('the mail goes out once, in the language of whoever is asked, to that address', async () => {
    const mails = () => town.mails.filter(({ to }) => to === fields.email)
    expect(mails()).toHaveLength(1)
    expect(mails()[0]?.text).toContain('Guten Tag Walpurga')
    const jobs = { ...testJobs(town.database.system, town.dataDir), mail: async () => expect.unreachable() }
    await sendAsking(jobs, Number(/\d+$/.exec(path)?.[0]))
  })

  test('a link that is not quite it opens nothing, and opening the right one changes nothing', async () => {
    const [, code = ''] = link.split('code=')
    const id = /of=(\d+)/.exec(link)?.[1]
    const turned = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    for (const wrong of [
      `/experts/consent?of=${id}&code=${turned}`,
      `/experts/consent?of=1&code=${code}`,
      '/experts/consent',
      `/experts/consent?of=${id}&code=x`,
    ]) {
      const opened = await town.visitor.get(wrong)
      expect(opened.status).toBe(410)
      expect(await opened.text()).not.toContain('Quittenbaum')
      expect((await town.visitor.post(wrong, { answer: 'yes' })).status).toBe(410)
    }
    const page = await town.visitor.get(link)
    expect(page.status).toBe(200)
    const shown = await page.text()
    for (const said of [name, fields.about, 'Institut Glühwürmchen']) expect(shown).toContain(said)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(await findsName(jonte, path)).toBe(false)
  })

  test('who agrees is found, with the day kept; visitors find nothing', async () => {
    expect((await sayYes(link)).status).toBe(200)
    await work()
    expect(await findsName(jonte, path)).toBe(true)
    expect(await jonte.page('/search?q=Quittenbaum')).toContain(path)
    const [row] = await rowsOf<{ day: boolean }>(
      town,
      `select consented_on = '${dayOf(town.now)}' as day from expert_person where name = '${name}'`,
    )
    expect(row?.day).toBe(true)
    for (const where of [path, '/experts', '/search?q=Quittenbaum', '/search?q=Glühwürmchen'])
      expect(await town.visitor.page(where)).not.toContain('Leiterin')
  })

  test('who takes it back is found by nobody from that moment, and their address is gone', async () => {
    expect(await town.visitor.page(link)).toContain('You have agreed')
    expect((await town.visitor.post(link, { answer: 'no' })).status).toBe(200)
    expect(await findsName(jonte, path)).toBe(false)
    await work()
    expect(await findsName(jonte, path)).toBe(false)
    expect(await jonte.page('/search?q=Glühwürmchen')).toContain(path)
    expect(await rowsOf(town, `select 1 from expert_person where name = '${name}'`)).toEqual([])
    expect((await town.visitor.get(link)).status).toBe(410)
  })

  test('the old link does not open what is entered anew for another address', async () => {
    const again = await enter({ institution: 'Institut Irrlicht', email: 'other@gluehwuermchen.example' })
    const code = link.split('code=')[1]
    expect((await town.visitor.get(`/experts/consent?of=${/\d+$/.exec(again)?.[0]}&code=${code}`)).status).toBe(410)
  })
})

test('who takes it back while the search is made anew does not come back with it', async () => {
  const id = Number(
    /\d+$/.exec(await enter({ institution: 'Institut Wimmelbach', email: 'w@wimmelbach.example' }))?.[0],
  )
  const link = linkOf()
  await sayYes(link)
  await work()
  const read = Promise.withResolvers<void>()
  const written = Promise.withResolvers<boolean>()
  const [kind] = kindsOf([experts])
  const made = town.database.system.transaction().execute((transaction) =>
    indexWithin(transaction, kind as IndexedKind, [id], {
      claim: () => Promise.all([written.promise, read.resolve()]).then(([isNext]) => isNext),
    }),
  )
  await read.promise
  const taken = town.visitor.post(link, { answer: 'no' })
  while ((await fill(town, 'select count(*) from pg_locks where not granted')) === 0);
  written.resolve(true)
  expect(await made).toBe(true)
  expect((await taken).status).toBe(200)
  const named = `select 1 from search_document where kind = 'expert' and subject = ${id} and title like '%Quittenbaum%'`
  expect(await rowsOf(town, named)).toEqual([])
  await work()
  expect(await rowsOf(town, named)).toEqual([])
})

test('who does not answer in thirty days is forgotten; the institution stays and is found', async () => {
  const path = await enter({ institution: 'Institut Nebelhorn', email: 'n@nebelhorn.example' })
  await rowsOf(town, `update expert_person set asked_at = now() - interval '31 days' where consented_on is null`)
  await forgetUnanswered(town.database.system, new Date(Date.now() - answerDays * 86_400_000))
  expect(await ada.page(path)).not.toContain('Quittenbaum')
  expect(await jonte.page('/search?q=Nebelhorn')).toContain(path)
})

test('is taken out by whoever entered it; others of the network cannot', async () => {
  const path = await enter({ institution: 'Institut Kieselstein', name: '', email: '' })
  for (const slug of ['jonte-pfalzgrafer', 'rachid-maasdonk', 'carsten-mittelweg'])
    expect((await (await town.as(slug)).post(`${path}/removal`)).status).toBe(403)
  expect((await ada.post(`${path}/removal`)).status).toBe(303)
  expect((await jonte.get(path)).status).toBe(404)
  expect(await jonte.page('/search?q=Kieselstein')).not.toContain(path)
})

test.each([
  [{ vouch: '' }, 'Please confirm that you vouch for it.'],
  [{ institution: ' ' }, 'Please write the name of the institution.'],
  [{ link: 'javascript:alert(1)' }, 'A website begins with'],
  [{ link: 'https://' }, 'A website begins with'],
  [{ email: '' }, 'Please give an e-mail address'],
  [{ name: '' }, 'Please write the name of the person.'],
  [{ email: 'a@b' }, 'Please give an e-mail address'],
  [{ country: 'XX' }, 'Please choose a country.'],
  [{ lang: 'xx' }, 'We do not know this language.'],
  [{ 'concepts[]': ['no-such-topic'] }, 'Please choose at least one topic'],
  [{ about: '' }, 'Please write in a sentence how it can help.'],
])('%o comes back with a sentence', async (more, words) => {
  const answer = await ada.post('/experts', { ...fields, ...more })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
})

test('colleagues do not enter, and past the form nobody agrees for somebody else or reads an address', async () => {
  expect((await jonte.get('/experts/new')).status).toBe(403)
  expect((await jonte.post('/experts', fields)).status).toBe(403)
  const entry = `insert into expert (institution, country, about, lang, entered_by, organisation_id) select 'x institut', 'AT', 'x', 'de'`
  await door.as(await town.personId('jonte-pfalzgrafer'), async (client) => {
    expect(await attempt(client, `${entry}, app.person(), app.organisation()`)).toBe(refused)
  })
  await door.as(await town.personId('ada-lindmoser'), async (client) => {
    expect(await attempt(client, `${entry}, app.person(), (select id from organisation where slug = 'pt-porto')`)).toBe(
      refused,
    )
    expect(
      await attempt(client, `${entry}, (select id from person where slug = 'rachid-maasdonk'), app.organisation()`),
    ).toBe(refused)
    for (const sql of [
      'update expert_person set consented_on = current_date',
      'select email from expert_person',
      'delete from expert_person',
    ])
      expect(await attempt(client, sql)).toBe(refused)
    expect(
      await attempt(
        client,
        `insert into expert_person (expert_id, name, email, lang) select id, 'Xy', 'x@y.example', 'de' from expert where entered_by <> app.person()`,
      ),
    ).toBe(refused)
  })
})
