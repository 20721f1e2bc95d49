// Mails about what is new: one for each person and thing, whatever crashes; only what reaches them when it is sent.
import { describe, expect, test } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { understandAnew } from './actions/understand-anew.ts'
import { change, openWaitingTown, publish, saveFor, workAll } from './fixtures.ts'

const { town, ada, beatriz, addresses } = await openWaitingTown()
const beatrizAddress = 'beatriz.ribeirinha-douro@porto.example'

test('what Ada publishes reaches Beatriz at once, in Portuguese, under its own title, with a way to end it', async () => {
  await saveFor(beatriz, 'q=Zwirbelquarz', 'at-once')
  const speaks = (lang: string) =>
    fill(town, `update person set lang = '${lang}' where slug = 'beatriz-ribeirinha-douro'`)
  await speaks('pt')
  const id = await publish(town, ada, { title: 'Zwirbelquarz am Platz' })
  await speaks('en')
  expect(addresses()).toEqual([beatrizAddress])
  const [mail] = town.mails
  expect(mail?.subject).toBe('Novo: Zwirbelquarz am Platz')
  expect(mail?.text.split('\n')[0]).toBe('TLP:GREEN')
  expect(mail?.text).toContain(`http://localhost/practices/${id}`)
  expect(mail?.text).toContain('à sua pesquisa guardada «Zwirbelquarz»')
  expect(mail?.text).not.toContain(`/practices/${id}-`)
  expect(mail?.endAddress).toMatch(/^http:\/\/localhost\/saved-searches\/ending\?by=\d+&of=\d+&code=[0-9a-f]{43}$/)
})

test('two of her searches that it answers make one mail, and an edit afterwards none', async () => {
  await saveFor(beatriz, 'q=Glimmerpfahl', 'at-once')
  await saveFor(beatriz, 'q=Glimmerpfahl&country=AT', 'at-once')
  await saveFor(beatriz, 'q=Glimmerpfahl&country=PL', 'at-once')
  const id = await publish(town, ada, { title: 'Glimmerpfahl' })
  expect(addresses()).toEqual([beatrizAddress])
  expect(town.mails[0]?.text).toContain('your saved searches')
  expect(town.mails[0]?.text).not.toContain('Poland')
  await change(town, ada, id, { title: 'Glimmerpfahl, neu' })
  expect(town.mails).toHaveLength(1)
})

test('filters hold as in the search, also the size of the city, which the practice does not tell itself', async () => {
  for (const filter of ['size=250000', 'country=AT', 'kind=practice', 'language=en', 'concept=youth', 'evidence=0'])
    await saveFor(beatriz, `q=Siebwort&${filter}`, 'at-once')
  for (const filter of [
    'size=0',
    'size=50000',
    'country=PT',
    'kind=adoption',
    'language=de',
    'concept=victims',
    'year=2020',
  ])
    await saveFor(beatriz, `q=Siebwort&${filter}`, 'at-once')
  await publish(town, ada, { title: 'Siebwort' })
  expect(addresses()).toEqual([beatrizAddress])
  const told = await fill(
    town,
    `select count(*) from saved_match m join contribution c on c.id = m.contribution_id where c.title = 'Siebwort'`,
  )
  expect(told).toBe(6)
})

test('who blocked its author between match and mail is told nothing', async () => {
  await saveFor(beatriz, 'q=Sperrquarz', 'at-once')
  await publish(town, ada, { title: 'Sperrquarz' }, 1)
  await fill(
    town,
    `insert into message_block (person_id, blocked_id) select b.id, a.id from person a, person b
     where a.slug = 'ada-lindmoser' and b.slug = 'beatriz-ribeirinha-douro'`,
  )
  await workAll(town)
  expect(addresses()).toEqual([])
  await fill(town, 'delete from message_block where blocked_id is not null')
})

test('the thesaurus grows: at night a search is understood as it would be today', async () => {
  await saveFor(beatriz, 'q=Nachtleben', 'at-once')
  await fill(town, `update saved_search set keys = '{}'`)
  await understandAnew(town.database.system)
  expect(await fill(town, 'select cardinality(keys) from saved_search')).toBeGreaterThan(0)
  await publish(town, ada, { title: 'Nightlife' })
  expect(addresses()).toEqual([beatrizAddress])
})

test('what was there before she saved the search is no news, also when it is edited', async () => {
  const id = await publish(town, ada, { title: 'Altbestandwort' })
  await saveFor(beatriz, 'q=Altbestandwort', 'at-once')
  await change(town, ada, id, { title: 'Altbestandwort, neu' })
  expect(town.mails).toEqual([])
})

test('what is widened to her is news; narrowed and widened again it is not', async () => {
  await saveFor(beatriz, 'q=Weitungswort', 'at-once')
  const id = await publish(town, ada, { title: 'Weitungswort', audience: await graz() })
  expect(town.mails).toEqual([])
  for (const audience of ['2', await graz(), '2']) await change(town, ada, id, { title: 'Weitungswort', audience })
  expect(addresses()).toEqual([beatrizAddress])
})

test('her own contributions, and what somebody else searches for, are no news to her', async () => {
  await saveFor(beatriz, 'q=Eigenwort', 'at-once')
  await saveFor(ada, 'q=youth', 'at-once')
  await publish(town, beatriz, { title: 'Eigenwort' })
  expect(addresses()).toEqual(['ada.lindmoser@graz.example'])
})

const graz = async (): Promise<string> =>
  String(
    await fill(
      town,
      `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`,
    ),
  )

describe('between saving and sending', () => {
  /** Publishes for the network, stops before the mail, does something, and lets the mail go. */
  async function meanwhile(word: string, act: (id: string) => Promise<unknown>): Promise<void> {
    await saveFor(beatriz, `q=${word}`, 'at-once')
    const id = await publish(town, ada, { title: `${word} hier` }, 1)
    expect([town.mails, await fill(town, 'select count(*) from saved_alert where sent_at is null')]).toEqual([[], 1])
    await act(id)
    await workAll(town)
  }

  test('what was narrowed is told to nobody whom it no longer reaches', async () => {
    await meanwhile('Engwort', async (id) =>
      fill(town, `update contribution set audience_id = ${await graz()} where id = ${id}`),
    )
    expect(town.mails).toEqual([])
  })

  test('what was withdrawn is told to nobody', async () => {
    await meanwhile('Rückzugswort', (id) => ada.post(`/practices/${id}/withdrawal`))
    expect(town.mails).toEqual([])
  })

  test('whoever switched mails off meanwhile gets none', async () => {
    await meanwhile('Schweigewort', () => fill(town, `update saved_search set rhythm = 'never'`))
    expect(town.mails).toEqual([])
  })

  test('whoever’s city was suspended, or who has left, gets nothing, and nothing of theirs stays', async () => {
    const porto = `id = (select organisation_id from person where slug = 'beatriz-ribeirinha-douro')`
    await meanwhile('Sperrwort', () => fill(town, `update organisation set active = false where ${porto}`))
    expect(town.mails).toEqual([])
    await publish(town, ada, { title: 'Sperrwort, öffentlich', audience: '1' })
    expect(town.mails).toEqual([])
    await fill(town, `update organisation set active = true where ${porto}`)
    await saveFor(beatriz, 'q=Abschiedswort', 'at-once')
    await fill(town, `update person set left_at = now() where slug = 'beatriz-ribeirinha-douro'`)
    expect(await fill(town, 'select count(*) from saved_search')).toBe(0)
    await fill(town, `update person set left_at = null where slug = 'beatriz-ribeirinha-douro'`)
    await publish(town, ada, { title: 'Abschiedswort' })
    expect(town.mails).toEqual([])
  })
})

test('TLP:RED: neither title, nor author, nor the search it answers is in the mail', async () => {
  await saveFor(beatriz, 'q=Murmelwinkel', 'at-once')
  await publish(town, ada, { title: 'Murmelwinkel', audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  expect(addresses()).toEqual([beatrizAddress])
  const { endAddress: _, ...mail } = town.mails[0] ?? { to: '' }
  expect(JSON.stringify(mail)).not.toMatch(/Murmelwinkel|murmelwinkel|Ada|Graz|\/practices\//)
})

test('a title stands in one line of the mail and of its subject: it cannot look like a sentence of ours', async () => {
  await saveFor(beatriz, 'q=Zeilenwort', 'at-once')
  await publish(town, ada, { title: 'Zeilenwort\r\nBcc: x@evil.example\r\n\r\nSign in: \u202Ehttp://evil.example' })
  const title = 'Zeilenwort Bcc: x@evil.example Sign in: http://evil.example'
  expect(town.mails[0]?.subject).toBe(`New: ${title}`)
  expect(town.mails[0]?.text.split('\n').filter((line) => line.includes('evil'))).toEqual([
    expect.stringContaining(title),
  ])
})
