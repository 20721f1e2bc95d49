// Practices side by side: in the order of the address, each only for those whom it reaches, whatever the address holds.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { comparedGroups, comparisonQuery, partsOfAny, sharedConcepts, shortNames } from './comparison.ts'
import { partNames } from './practice.ts'

describe('what stands side by side', () => {
  test('every part of a practice has one place', () => {
    const places = ['cost', 'staff', ...comparedGroups.flatMap(({ parts }) => parts)]
    expect([...places].sort()).toEqual([...partNames].sort())
  })

  test('a field is shown where one has it, what was measured also where only the time is told', () => {
    const empty = Object.fromEntries(partNames.map((name) => [name, ''])) as Record<(typeof partNames)[number], string>
    const porto = { ...empty, results: 'Fewer.', measuredWhen: '2019 to 2021' }
    expect(partsOfAny([{ ...empty, measuredWhen: '' }, porto], partNames)).toEqual(['results', 'measured'])
  })

  test('topics of all are those that every one has; one alone shares nothing', () => {
    const graz = { concepts: ['women', 'public-space', 'lighting'] }
    expect(sharedConcepts([graz, { concepts: ['lighting', 'public-space'] }])).toEqual(['public-space', 'lighting'])
    expect(sharedConcepts([graz])).toEqual([])
  })

  test('a city that stands there twice is told apart by the titles', () => {
    const porto = { title: 'Mediators', organisationName: 'Porto' }
    expect(shortNames([porto, { title: 'Lights', organisationName: 'Porto' }])).toEqual(['Mediators', 'Lights'])
    expect(shortNames([porto, { title: 'Lights', organisationName: 'Graz' }])).toEqual(['Porto', 'Graz'])
  })

  test('whatever an address holds, ids come out, each once and in its order', () => {
    const practice = ['34-lights', '12', '34', '0', '-1', '99999999999', 'abc', '']
    expect(comparisonQuery.parse({ practice })).toEqual({ practice: [34, 12] })
  })
})

describe('who sees what', () => {
  let town: Town
  let ada: Visitor
  let ids: Record<'open' | 'graz' | 'draft' | 'withdrawn', number>

  const write = async (title: string, audience: string): Promise<number> => {
    const fields = { title, summary: 'In short.', lang: 'en', problem: `Why ${title}.`, response: 'Done.' }
    const rest = { results: 'Better.', evidence: '2', 'concepts[]': ['lighting'], audience }
    const answer = await ada.post('/practices', { ...fields, ...rest })
    return Number(/\d+/.exec(answer.headers.get('location') ?? '')?.[0])
  }
  const publish = async (title: string, audience: string): Promise<number> => {
    const id = await write(title, audience)
    expect((await ada.post(`/practices/${id}/publication`)).status).toBe(303)
    return id
  }
  const own = async (): Promise<string> => {
    const form = await ada.page('/practices/import')
    return /<option value="(\d+)"[^>]*>Only our own administration/.exec(form)?.[1] ?? ''
  }
  beforeAll(async () => {
    town = await openTown()
    ada = await town.as('ada-lindmoser')
    const withdrawn = await publish('Withdrawn walks', '1')
    await ada.post(`/practices/${withdrawn}/withdrawal`)
    ids = {
      withdrawn,
      open: await publish('Open lanterns', '1'),
      graz: await publish('Secret lanterns of Graz', await own()),
      draft: await write('Half a thought', '1'),
    }
  })
  const pageOf = (who: Visitor, ...wanted: readonly number[]): Promise<string> =>
    who.page(`/practices/compare?${wanted.map((id) => `practice=${id}`).join('&')}`)

  test('a colleague in Porto and a visitor see nothing of what is for Graz, of drafts, of what was withdrawn', async () => {
    for (const who of [town.visitor, await town.as('beatriz-ribeirinha-douro')]) {
      const html = await pageOf(who, ids.open, ids.graz, ids.draft, ids.withdrawn)
      expect(html).toContain('Why Open lanterns.')
      for (const hidden of ['Secret lanterns', 'Half a thought', 'Withdrawn walks']) expect(html).not.toContain(hidden)
    }
  })

  test('what is out of reach and what never was are answered alike', async () => {
    const plain = (html: string): string =>
      html.replaceAll(/practice(?:=|%3D)\d+/g, '').replaceAll(/<time.*?<\/time>/g, '')
    const secret = await pageOf(town.visitor, ids.open, ids.graz)
    const nowhere = await pageOf(town.visitor, ids.open, 999_999)
    expect(secret).toContain('is not shown: it may not exist, or not be meant for you')
    expect(plain(secret)).toBe(plain(nowhere))
  })

  test('a choice carried through the list names nothing that is out of reach', async () => {
    const path = `/practices?page=3&practice=${ids.graz}&practice=${ids.open}&practice=x`
    const html = await town.visitor.page(path)
    expect(html).not.toContain('Secret lanterns')
    expect(html).toContain('Open lanterns')
    expect(await ada.page(path)).toContain('Secret lanterns')
  })

  test('Ada sees hers, the draft marked as one, in the order of the address', async () => {
    const html = await pageOf(ada, ids.graz, ids.draft, ids.open)
    const places = ['Why Secret', 'Why Half', 'Why Open'].map((words) => html.indexOf(words))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((one, other) => one - other)).toEqual(places)
    expect(html).toContain('TLP:AMBER+STRICT')
    expect(html).toContain('Draft')
  })

  test('of five the first four are shown, with a sentence; nothing that can be typed breaks it', async () => {
    const five = await pageOf(ada, 1, 2, 3, 4, 5)
    expect(five).toContain('At most four fit side by side')
    expect(five.match(/class="comparison-head"/g)).toHaveLength(4)
    for (const query of ['', '?practice=', '?practice[]=1', '?practice=%00%ff', '?practice=9e9&page=x', '?x=1'])
      expect((await town.visitor.get(`/practices/compare${query}`)).status).toBe(200)
  })

  test('robots are not led through every combination', async () => {
    expect(await pageOf(town.visitor, 1, 2)).toContain('content="noindex"')
  })
})
