// With hostile eyes: what a proposal says reaches whom it is for, and the thesaurus tells nothing of who proposed a word.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { acceptWord, idIn, proposeWord } from './fixtures.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  irena = await town.as('irena-halvorsdottir-blau')
})
afterAll(() => door.close())
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}

/** To its own city: there is no form for it yet, but the trunk allows it. */
const narrow = (path: string) =>
  sql`update contribution set audience_id = (select a.id from audience a where a.organisation_id = contribution.organisation_id)
    where id = ${Number(idIn(path))}`.execute(town.database.system)

/** Every page on which a proposal may show itself. */
const everywhere = async (who: Visitor, path: string): Promise<string> => {
  const pages = [
    '/',
    '/proposals',
    '/proposals?stage=accepted',
    '/thesaurus/lighting',
    '/search?q=Geheimfunzel',
    '/sitemap.xml',
    '/my-city/history',
  ]
  const html = await Promise.all([...pages, path].map((page) => who.page(page)))
  return html.map((page) => page.split('<main')[1] ?? page).join('\n')
}

describe('a visitor', () => {
  test('sees nothing of proposals: no page, list, count or mention, whatever waits', async () => {
    const path = await proposeWord(ada, { label: 'Geheimfunzel' })
    await work()
    expect(await everywhere(town.visitor, path)).not.toMatch(/(?<!text=)Geheimfunzel(?!”|&)|\/proposals\/\d/)
    for (const page of [path, '/proposals', `/proposals/${idIn(path)}/decision`])
      expect((await town.visitor.get(page)).headers.get('location')).toMatch(/^\/sign-in/)
  })

  test('reads an accepted word, and not whose it was', async () => {
    const path = await proposeWord(ada, { label: 'Öffentlichfunzel', reason: 'Only for the network.' })
    await acceptWord(irena, path, { label: 'Öffentlichfunzel' })
    const answer = await town.visitor.get('/thesaurus/lighting', { 'accept-language': 'de' })
    const html = (await answer.text()).split('<main')[1] ?? ''
    expect(html).toContain('Öffentlichfunzel')
    expect(html).not.toMatch(/Lindmoser|Graz|Only for the network/)
  })
})

describe('narrowed to its own city', () => {
  test('it is gone from everybody else: list, counts, concept, search, the office’s home page', async () => {
    const path = await proposeWord(ada, { label: 'Geheimfunzel', concept: 'lighting' })
    const open = async (who: Visitor) => /Waiting \((\d+)\)/.exec(await who.page('/proposals'))?.[1]
    const before = [Number(await open(beatriz)), Number(await open(irena))]
    await narrow(path)
    await work()
    for (const who of [beatriz, irena]) {
      expect((await who.get(path)).status).toBe(404)
      expect(await everywhere(who, path)).not.toContain(`/proposals/${idIn(path)}`)
    }
    expect([Number(await open(beatriz)), Number(await open(irena))]).toEqual(before.map((count) => count - 1))
    expect((await ada.get(path)).status).toBe(200)
  })

  test('nobody decides what does not reach them, the office neither', async () => {
    const path = await proposeWord(ada, { label: 'Schattenfunzel' })
    await narrow(path)
    expect((await irena.get(`/proposals/${idIn(path)}/decision`)).status).toBe(404)
    expect((await acceptWord(irena, path, { label: 'Schattenfunzel' })).status).toBe(404)
    expect(await town.visitor.page('/thesaurus.ttl')).not.toContain('Schattenfunzel')
  })

  test('after the decision, before the mails: only whom it still reaches is told', async () => {
    const path = await proposeWord(ada, { label: 'Spätfunzel' })
    await work()
    town.mails.length = 0
    await beatriz.post(`/contributions/${idIn(path)}/watch`)
    await acceptWord(irena, path, { label: 'Spätfunzel' })
    await narrow(path)
    await work()
    expect(town.mails.map(({ to }) => to)).toEqual(['ada.lindmoser@graz.example'])
  })
})

describe('the database itself', () => {
  const addition = `insert into vocabulary_addition (concept, broader, note, labels) values ('lighting', null, '', '{"de": ["Falsch"]}')`
  const decision = `insert into proposal_decision (contribution_id, accepted, reason, written_in, decided_by, organisation_id) values ($1, false, 'x', 'en', $2, $3)`

  test('lets nobody but the office of the network add words or decide, and nobody in another name', async () => {
    const path = await proposeWord(ada, { label: 'Datenfunzel' })
    const id = Number(idIn(path))
    for (const slug of ['ada-lindmoser', 'carsten-mittelweg', 'assia-verdonnel', undefined]) {
      const person = slug === undefined ? undefined : await town.personId(slug)
      await door.as(person, async (client) => {
        const organisation = (await client.query('select app.organisation() as id')).rows[0]?.id
        expect(await attempt(client, addition), slug).toBe(refused)
        expect(await attempt(client, decision, [id, person ?? null, organisation]), slug).toBe(refused)
      })
    }
    const office = await town.personId('irena-halvorsdottir-blau')
    await door.as(office, async (client) => {
      const organisation = (await client.query('select app.organisation() as id')).rows[0]?.id
      const somebodyElse = await town.personId('ada-lindmoser')
      expect(await attempt(client, decision, [id, somebodyElse, organisation])).toBe(refused)
      expect(await attempt(client, decision, [id, office, organisation])).toBe('1 rows')
      expect(await attempt(client, addition)).toBe('1 rows')
    })
  })

  test('keeps what was decided: nobody changes or removes it, or a word that was accepted', async () => {
    await door.as(await town.personId('irena-halvorsdottir-blau'), async (client) => {
      for (const table of ['vocabulary_addition', 'proposal_decision', 'proposal']) {
        expect(await attempt(client, `delete from ${table}`), table).toBe(refused)
        const column = table === 'vocabulary_addition' ? 'note' : 'reason'
        expect(await attempt(client, `update ${table} set ${column} = 'x'`), table).toBe(refused)
      }
      expect(await attempt(client, 'select decided_by from proposal_decision')).toBe(refused)
    })
  })
})
