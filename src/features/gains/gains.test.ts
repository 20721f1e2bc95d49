// What membership brought: written by the coordinator, counted to the cent, kept with its history, and read by nobody else's city.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
let ada: Visitor
const path = '/my-city/gains'
const event = {
  ...{ organisation: 'at-graz', kind: 'event', lang: 'de', title: 'Blorfen-Tagung', onDay: '2026-03-03' },
  ...{ role: 'attended', place: 'Qwertzingen', people: '4', note: '', link: 'https://blorf.example.org/programm' },
}
const funding = (title: string, cents: string, onDay = '2026-02-01') => ({
  ...{ organisation: 'at-graz', kind: 'funding', lang: 'de', title, onDay, programme: 'Programm Q', cents },
  ...{ ownCents: '', firstYear: '2026', lastYear: '', note: '', link: 'https://blorf.example.org/bescheid' },
})
const idOf = (title: string) => fill(town, `select entry_id from gain where title = '${title}' order by id limit 1`)
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  await fill(town, `delete from gain where organisation_id = (select id from organisation where slug = 'at-graz')`)
})

describe('an entry', () => {
  test('stands on the page of the city and on the page for the mayor, in the year of its day', async () => {
    const answer = await ada.post(path, event)
    expect(answer.status).toBe(303)
    const page = await ada.page(answer.headers.get('location') ?? '')
    for (const words of ['Blorfen-Tagung', 'Qwertzingen', '4 people took part', 'blorf.example.org', 'Ada Lindmoser'])
      expect(page).toContain(words)
    expect(await ada.page(path)).toContain('Blorfen-Tagung')
    const benefit = await ada.page('/members/at-graz/benefit?year=2026')
    expect(benefit).toContain('<strong>1</strong> <span>event attended or hosted')
    expect(benefit).toMatch(/Blorfen-Tagung<\/a> · 3 March 2026 · Qwertzingen/)
    expect(await ada.page('/members/at-graz/benefit?year=2025')).not.toContain('Blorfen-Tagung')
  })

  test('of money is summed to the cent, year by year', async () => {
    const amounts = ['0,01', '99.999.999,99', '1 234,10']
    for (const [at, cents] of amounts.entries())
      expect((await ada.post(path, funding(`Geld ${at}`, cents))).status).toBe(303)
    expect((await ada.post(path, funding('Geld früher', '5,55', '2024-12-31'))).status).toBe(303)
    expect(await ada.page('/members/at-graz/benefit?year=2026')).toContain(
      '<strong>€100,001,234.10</strong> <span>won for 3 projects',
    )
    expect(await ada.page('/members/at-graz/benefit?year=2024')).toContain('<strong>€5.55</strong>')
    expect(await ada.page(path)).toContain('€100,001,234.10')
    const csv = await ada.page(`${path}.csv`)
    expect(csv).toContain('EUR,99999999.99')
    expect(csv).toContain('2024,funding,2024-12-31,Geld früher')
    expect((await ada.get(`${path}.xlsx`)).headers.get('content-type')).toContain('spreadsheetml')
  })

  test('sent by a double click is one', async () => {
    const once = { ...event, title: 'Zweimal geklickt', once: 'a-mark' }
    const answers = await Promise.all([ada.post(path, once), ada.post(path, once)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await fill(town, `select count(*) from gain where title = 'Zweimal geklickt'`)).toBe(1)
  })

  test('names a partner of the register, if only one is called so', async () => {
    const partner = { ...event, kind: 'partner', title: 'PORTO', note: 'Für den Austausch.' }
    const answer = await ada.post(path, partner)
    expect(await ada.page(answer.headers.get('location') ?? '')).toContain('href="/members/pt-porto"')
    const stranger = await ada.post(path, { ...partner, title: 'Nirgendheim' })
    expect(await ada.page(stranger.headers.get('location') ?? '')).not.toContain('In the register')
  })
})

describe('what is wrong', () => {
  const wrong = async (fields: Record<string, string>): Promise<string> => {
    const answer = await ada.post(path, fields)
    expect(answer.status).toBe(422)
    return answer.text()
  }

  test('is said at its field, and what was typed is kept', async () => {
    const html = await wrong({ ...event, title: '', place: ' ', people: '-3', link: 'javascript:alert(1)', role: 'no' })
    for (const sentence of [
      'name of the event is missing',
      'place is missing',
      'whole number',
      'begins with https',
      'attended or hosted',
    ])
      expect(html).toContain(sentence)
    expect(html).toContain('value="javascript:alert(1)"')
  })

  test.each([
    ['an amount of nothing', { cents: '0' }, 'greater than 0'],
    ['an amount that is none', { cents: '12,345,6' }, 'greater than 0'],
    ['an amount beyond all budgets', { cents: '9'.repeat(14) }, 'greater than 0'],
    ['an own share below zero', { ownCents: '-1' }, 'amount in euro'],
    ['a last year before the first', { lastYear: '2020' }, 'before the first'],
    ['a year that is none', { firstYear: '2026.5' }, 'between 1950 and 2200'],
  ])('%s', async (_, change, sentence) => {
    expect(await wrong({ ...funding('Falsch', '10'), ...change })).toContain(sentence)
  })

  test.each([
    ['a day to come', { onDay: '2199-01-01' }, 'still to come'],
    ['no such day', { onDay: '2026-02-31' }, 'not a valid day'],
    ['the year 0', { onDay: '0000-01-01' }, 'not a valid day'],
    ['no evidence', { link: '' }, 'give a link or add a document'],
    ['an address that hides who asks', { link: 'https://a:b@blorf.example' }, 'begins with https'],
  ])('%s', async (_, change, sentence) => {
    expect(await wrong({ ...event, ...change })).toContain(sentence)
  })

  test('an unknown kind is read as an event, and says what is missing', async () => {
    expect(await wrong({ organisation: 'at-graz', kind: '__proto__' })).toContain('name of the event is missing')
  })
})

describe('a change', () => {
  test('stands in the history with both amounts, and the sum follows', async () => {
    await ada.post(path, funding('Zu ändern', '1.000,00', '2023-05-05'))
    const at = `${path}/${await idOf('Zu ändern')}`
    expect(await ada.page(`${at}/edit`)).toContain('value="1000.00"')
    const changed = { ...funding('Zu ändern', '2.000,50', '2023-05-05'), version: '1' }
    expect((await ada.post(at, changed)).status).toBe(303)
    expect(await ada.page(at)).toContain('€1,000.00 → €2,000.50')
    expect(await ada.page('/members/at-graz/benefit?year=2023')).toContain('<strong>€2,000.50</strong>')
    const late = await ada.post(at, { ...changed, cents: '3' })
    expect(late.status).toBe(422)
    const html = await late.text()
    for (const words of ['in the meantime', 'What holds now', '€2,000.50', 'value="3"']) expect(html).toContain(words)
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await ada.post(at, { ...changed, cents: '3', version })).status).toBe(303)
    expect(await ada.page(at)).toContain('€2,000.50 → €3.00')
  })

  test('by two at the same moment is written once', async () => {
    await ada.post(path, { ...event, title: 'Zugleich', onDay: '2022-01-01' })
    const at = `${path}/${await idOf('Zugleich')}`
    const answers = await Promise.all(
      ['5', '6', '7'].map((people) => ada.post(at, { ...event, title: 'Zugleich', people, version: '1' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
  })

  test('removal takes it out of every sum and keeps what it said for the city', async () => {
    await ada.post(path, funding('Zu entfernen', '77,00', '2021-05-05'))
    const at = `${path}/${await idOf('Zu entfernen')}`
    expect((await ada.post(`${at}/removal`)).status).toBe(303)
    expect(await ada.page(`${path}.csv`)).not.toContain('Zu entfernen')
    expect(await ada.page('/members/at-graz/benefit?year=2021')).not.toContain('77.00')
    expect(await ada.page(at)).toContain('This entry was removed')
    expect((await ada.post(`${at}/removal`)).status).toBe(404)
    expect((await ada.get(`${at}/edit`)).status).toBe(404)
  })
})
