// What found nothing is counted without a person, is readable only once it was asked often, and only to the office.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { testJobs, testSecret } from '../../../testing/template.ts'
import { catchUp } from '../search/actions/reindex.ts'
import { schedules } from './jobs.ts'
import { takeVain } from './noted.ts'
import { forgetOld, keepCounts } from './store.ts'

let town: Town
let office: Visitor
const morning = new Date('2026-11-10T09:00:00Z')
beforeAll(async () => {
  town = await openTown()
  office = await town.as('irena-halvorsdottir-blau')
})
beforeEach(async () => {
  await fill(town, 'delete from vain_search')
  takeVain()
  town.now = morning
})

const day = 86_400_000
const write = () => keepCounts(town.database.system, takeVain(), testSecret, town.now)
const searchFor = async (words: string, who: Visitor = town.visitor) =>
  who.get(`/search?${new URLSearchParams({ q: words })}`)
const count = (where: string) => fill(town, `select count(*) from vain_search where ${where}`)

describe('counting', () => {
  test('three people, or one on three days, make words readable; two do not, and leave no words', async () => {
    for (const slug of ['ada-lindmoser', 'jonte-pfalzgrafer']) await searchFor('Qwxzvort blorf', await town.as(slug))
    await write()
    expect([await count('times = 2'), await count('words is not null')]).toEqual([1, 0])
    await searchFor('qwxzvort  BLORF', await town.as('assia-verdonnel'))
    await write()
    expect(await count(`times = 3 and words = 'qwxzvort blorf' and month = '2026-11-01' and lang = 'en'`)).toBe(1)
    const ada = await town.as('ada-lindmoser')
    for (const days of [0, 1, 2]) {
      town.now = new Date(morning.getTime() + days * day)
      await searchFor('zzqq blorfen', ada)
      await searchFor('zzqq blorfen', ada)
    }
    await write()
    expect(await count(`times = 3 and words = 'zzqq blorfen'`)).toBe(1)
  })

  test('whoever signs in three times is one: words typed once more on the phone are still nobody else’s', async () => {
    for (const _ of [1, 2, 3]) await searchFor('Meierhofersche blorf', await town.as('ada-lindmoser'))
    await write()
    expect([await count('times = 1'), await count('words is not null')]).toEqual([1, 0])
  })

  test('what finds something, is narrowed, is short, or was asked by a program is not counted', async () => {
    const ada = await town.as('ada-lindmoser')
    await searchFor('youth', ada)
    await ada.get('/search?q=qwxzvort&country=PT')
    await searchFor('qz', ada)
    await searchFor('', ada)
    await ada.get('/search/suggestions?q=qwxzvort')
    expect(takeVain()).toEqual([])
  })

  test('reading writes nothing: only the job does, and what several processes noted adds up', async () => {
    await searchFor('qwxzvort', await town.as('ada-lindmoser'))
    expect(await count('true')).toBe(0)
    const noted = [{ words: 'qwxzvort', lang: 'en', times: 2 }]
    await keepCounts(town.database.system, noted, testSecret, town.now)
    await write()
    expect(await count(`times = 3 and words = 'qwxzvort'`)).toBe(1)
  })

  test('while the index is made, its gaps are not taken for missing words; afterwards searches count again', async () => {
    const job = schedules.find(({ name }) => name === 'vain.keep-counts')
    const parts = { ...testJobs(town.database.system, town.dataDir), now: () => town.now }
    const run = () => job?.run(parts)
    const finished = (at: string) => fill(town, `update search_remake set finished_at = ${at}`)
    const noon = new Date(morning.getTime() + 3 * 3_600_000)
    await catchUp(parts.system, parts.features, 60_000)

    await finished('null')
    await searchFor('fillwort')
    await run()
    await finished(`'${noon.toISOString()}'`)
    await run()
    expect(await count('true')).toBe(0)

    await searchFor('halbwort')
    town.now = new Date(noon.getTime() + 60_000)
    await searchFor('ganzwort')
    await run()
    expect(await count('true')).toBe(1)
  })

  test('no column tells who asked or on which day, and the digest needs the secret', async () => {
    await searchFor('qwxzvort', await town.as('beatriz-ribeirinha-douro'))
    await write()
    expect(await fill(town, `select count(*) from vain_search v where v::text ~ 'qwxzvort|session|-10'`)).toBe(0)
    await keepCounts(town.database.system, [{ words: 'qwxzvort', lang: 'en', times: 1 }], 'x'.repeat(40), town.now)
    expect(await count('true')).toBe(2)
  })

  test('after twelve months it is gone', async () => {
    await keepCounts(town.database.system, [{ words: 'old', lang: 'en', times: 3 }], testSecret, new Date('2025-10-31'))
    await keepCounts(
      town.database.system,
      [{ words: 'kept', lang: 'en', times: 3 }],
      testSecret,
      new Date('2025-11-01'),
    )
    await forgetOld(town.database.system, town.now)
    expect([await count(`words = 'old'`), await count(`words = 'kept'`)]).toEqual([0, 1])
  })
})

describe('the list', () => {
  const keep = (words: string, times: number, now = town.now) =>
    keepCounts(town.database.system, [{ words, lang: 'fr', times }], testSecret, now)

  test('months stand together, the most asked first; ticked off they are gone, and come back when asked again', async () => {
    await keep('trottinettes', 4, new Date('2026-10-10'))
    await keep('trottinettes', 3)
    await keep('narguilé', 5)
    await keep('monsieur dupont', 2)
    const html = await office.page('/searched-in-vain')
    expect(html).toMatch(/trottinettes[\s\S]+French[\s\S]+>7<[\s\S]+November 2026[\s\S]+narguilé/)
    expect(html).not.toContain('dupont')
    expect(html).toContain('/search?q=narguil%C3%A9')
    const done = /action="(\/searched-in-vain\/\d+\/done)"/.exec(html)?.[1] ?? ''
    expect((await office.post(done)).headers.get('location')).toBe('/searched-in-vain')
    expect(await office.page('/searched-in-vain')).not.toContain('trottinettes')
    await keep('trottinettes', 3, new Date('2026-12-10'))
    expect(await office.page('/searched-in-vain')).toContain('trottinettes')
  })

  test('hostile words stay text', async () => {
    await keep('<script>alert', 3)
    expect(await office.page('/searched-in-vain')).not.toContain('<script>alert')
  })

  test('nobody but the office of the network reads it, ticks it off, or finds a row in the table', async () => {
    await keep('narguilé', 3)
    const id = await fill(town, 'select id from vain_search')
    for (const slug of ['ada-lindmoser', 'jonte-pfalzgrafer', 'carsten-mittelweg']) {
      const who = await town.as(slug)
      expect((await who.get('/searched-in-vain')).status, slug).toBe(403)
      expect((await who.post(`/searched-in-vain/${id}/done`)).status, slug).toBe(403)
      expect(await who.page('/')).not.toContain('/searched-in-vain')
    }
    expect((await town.visitor.get('/searched-in-vain')).headers.get('location')).toMatch(/^\/sign-in/)
    for (const wrong of ['0', '999999', 'x'])
      expect((await office.post(`/searched-in-vain/${wrong}/done`)).status).toBe(404)
    const door = await openDoor(town)
    const irena = await town.personId('irena-halvorsdottir-blau')
    for (const slug of ['carsten-mittelweg', 'ada-lindmoser'])
      await door.as(await town.personId(slug), async (client) => {
        expect((await client.query('select 1 from vain_search')).rows).toEqual([])
        expect(await attempt(client, 'update vain_search set done_at = now()')).toBe('0 rows')
      })
    await keep('nur einmal', 1)
    await door.as(irena, async (client) => {
      expect((await client.query('select words from vain_search')).rows).toEqual([{ words: 'narguilé' }])
      expect(
        await attempt(
          client,
          `insert into vain_search (month, lang, digest, times) values ('2026-11-01', 'x', 'x', 1)`,
        ),
      ).toBe(refused)
      expect(await attempt(client, `update vain_search set words = 'x'`)).toBe(refused)
      expect(await attempt(client, 'delete from vain_search')).toBe(refused)
    })
    await door.close()
  })
})
