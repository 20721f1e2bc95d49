// What only one entry can have, what stands against the double for good, and others who work at the same moment: each is moved,
// or refused with a sentence, and nothing of it is an error.
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'

let town: Town
let irena: Visitor
let graz: number
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  graz = await fill(town, `select id from organisation where slug = 'at-graz'`)
})

/** An entry that somebody made a second time, with a coordinator. */
async function addDouble(slug: string): Promise<number> {
  const gone = await fill(
    town,
    `insert into organisation (slug, name, kind, country) values ('${slug}', 'Stadt Graz', 'municipality', 'AT') returning id`,
  )
  await rowsOf(
    town,
    `insert into member (organisation_id, local_name, state) values (${gone}, 'Stadt Graz', 'none');
    insert into person (slug, name, email, role, organisation_id, lang)
      values ('of-${slug}', 'Of ${slug}', '${slug}@graz.example', 'coordinator', ${gone}, 'en')`,
  )
  return gone
}
const join = (gone: string) => irena.post(`/members/${gone}/double`, { other: 'at-graz' })
const isThere = (id: number) => fill(town, `select count(*) from organisation where id = ${id}`)
/** Asks Graz and the double; gives the id of the poll. */
const pollOf = (gone: number) =>
  fill(
    town,
    `with poll_told as (insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
      select 'poll', 'Both asked', 'en', p.id, p.organisation_id, 2, 'published', now() from person p where p.slug = 'beatriz-ribeirinha-douro' returning id),
    made as (insert into poll (contribution_id, text, items, ends_at) select id, '', '[]', now() + interval '9 days' from poll_told),
    asked as (insert into poll_asked select id, o from poll_told, unnest(array[${graz}, ${gone}]) o)
    select id from poll_told`,
  )
const named = (poll: number, person: string) => `insert into poll_colleague
  select ${poll}, organisation_id, id, id from person where slug = '${person}'`
const answer = (poll: number, person: string) => `insert into poll_answer (contribution_id, organisation_id, given_by)
  select ${poll}, organisation_id, id from person where slug = '${person}'`

describe('What both have', () => {
  test('a poll that asks both asks Graz, whom Graz named answers, and what the double alone answered is Graz’s', async () => {
    const gone = await addDouble('graz-asked')
    const poll = await pollOf(gone)
    await rowsOf(
      town,
      `${named(poll, 'ada-lindmoser')}; ${named(poll, 'of-graz-asked')}; ${answer(poll, 'of-graz-asked')}`,
    )
    expect((await join('graz-asked')).status).toBe(303)
    const left = await rowsOf(
      town,
      `select (select array_agg(organisation_id) from poll_asked where contribution_id = ${poll}) as asked,
        (select array_agg(p.slug) from poll_colleague k join person p on p.id = k.person_id where contribution_id = ${poll}) as named,
        (select array_agg(organisation_id) from poll_answer where contribution_id = ${poll}) as answered`,
    )
    expect(left).toEqual([{ asked: [graz], named: ['ada-lindmoser'], answered: [graz] }])
  })

  test('of a poll that both answered the answer given last counts; the other one is read by the city alone', async () => {
    const gone = await addDouble('graz-answered')
    const poll = await pollOf(gone)
    const items = JSON.stringify([{ kind: 'text', words: 'Which colour?', choices: [], unit: '', required: true }])
    await rowsOf(
      town,
      `update poll set items = '${items}' where contribution_id = ${poll}; ${answer(poll, 'ada-lindmoser')};
        ${answer(poll, 'of-graz-answered')}; ${answer(poll, 'beatriz-ribeirinha-douro')};
        update poll_answer set given_at = now() - interval '1 day' where contribution_id = ${poll}
          and organisation_id <> ${gone};
        update poll_answer set given = jsonb_build_array(case organisation_id when ${gone} then 'Zinnober' when ${graz} then 'Mauve' else 'Ocker' end)
          where contribution_id = ${poll}`,
    )
    expect((await join('graz-answered')).status).toBe(303)
    const page = await (await town.as('ada-lindmoser')).page(`/polls/${poll}-both-asked`)
    expect(page).toMatch(
      /Your city’s answer[\s\S]*Zinnober[\s\S]*Earlier answer[\s\S]*Mauve|Zinnober[\s\S]*Earlier answer[\s\S]*Mauve/,
    )
    const beatriz = await town.as('beatriz-ribeirinha-douro')
    for (const where of ['', '/answers', '/answers.csv']) {
      const read = await beatriz.page(`/polls/${poll}${where === '' ? '-both-asked' : where}`)
      expect(read, where).not.toContain('Mauve')
      if (where !== '') expect(read, where).toContain('Zinnober')
    }
    const counted = await rowsOf(
      town,
      `select count(*)::int as n, count(superseded_by)::int as earlier from poll_answer where contribution_id = ${poll}`,
    )
    expect(counted).toEqual([{ n: 3, earlier: 1 }])
  })

  test('a gain whose partner turns out to be the city itself has none, in either direction', async () => {
    const gone = await addDouble('graz-partner')
    const gain = (
      of: number,
      partner: number,
      title: string,
    ) => `insert into gain (version, organisation_id, kind, on_day,
      title, note, lang, link, place, people, programme, addressee, partner_id)
      values (1, ${of}, 'partner', '2024-01-01', '${title}', 'x', 'en', 'https://x.example', '', null, '', '', ${partner})`
    const porto = `(select id from organisation where slug = 'pt-porto')`
    await rowsOf(town, `${gain(graz, gone, 'One of us')}; ${gain(gone, graz, 'The other of us')}`)
    await rowsOf(town, gain(gone, await fill(town, `select ${porto}`), 'Porto it is'))
    expect((await join('graz-partner')).status).toBe(303)
    const kept = await rowsOf(
      town,
      `select title, partner_id = ${porto} as porto from gain where organisation_id = ${graz} and title like '%of us' or title = 'Porto it is' order by title`,
    )
    expect(kept).toEqual([
      { title: 'One of us', porto: null },
      { title: 'Porto it is', porto: true },
      { title: 'The other of us', porto: null },
    ])
  })
})

test('what stands against the double for good is a reason, not an error', async () => {
  const gone = await addDouble('graz-paid')
  await pastTriggers(
    town,
    `insert into settlement (organisation_id, from_credit, into_what, cents, settled_on, made_by)
     select ${gone}, true, 'refund', 100, '2025-01-01', id from person where slug = 'irena-halvorsdottir-blau'`,
  )
  const refused = await join('graz-paid')
  expect([refused.status, (await refused.text()).includes('stays as it is for good')]).toEqual([422, true])
  expect(await isThere(gone)).toBe(1)
  // Nothing of the attempt stays behind: the same person goes on working as themselves.
  expect((await irena.get('/members/graz-paid/double')).status).toBe(200)
})

test('somebody who works on both at the same moment is waited for', async () => {
  const gone = await addDouble('graz-busy')
  const other = new pg.Client(town.owner)
  await other.connect()
  await other.query('begin')
  await other.query(`select 1 from organisation where id = ${gone} for update`)
  const joining = join('graz-busy')
  const waiting = () => fill(town, 'select count(*) from pg_locks where not granted')
  while ((await waiting()) === 0);
  // Each has now what the other wants. The one who began to wait first is let go: the page, which tries again.
  await other.query(`select 1 from audience where organisation_id = ${gone} for update`)
  await other.query('commit')
  await other.end()
  expect((await joining).status).toBe(303)
  expect(await isThere(gone)).toBe(0)
}, 60_000)

/** Tables that can hold only one row for a city, alone or with something else, and what joining does about each. */
const one: Readonly<Record<'moved' | 'kept' | 'conflict' | 'never', readonly string[]>> = {
  // The double's own is left out where the kept city has one.
  kept: ['billing', 'forum_member', 'member', 'poll_answer', 'poll_asked', 'poll_colleague'],
  // A sentence: it has to be taken back on one side.
  conflict: ['adoption_origin', 'contact', 'reminder', 'reminder_hold', 'renaming', 'succession_part', 'visit_wish'],
  // The audience of the city goes with it.
  moved: ['audience'],
  // Refused before anything moves (invoices), or nothing of a city: whoever is in a room or a circle of persons.
  never: ['audience_person', 'invoice', 'room', 'room_guest'],
}

test('whatever there can be only one of is known here', async () => {
  const found = await rowsOf<{ name: string }>(
    town,
    `select distinct i.indrelid::regclass::text as name from pg_index i
     join pg_constraint c on c.conrelid = i.indrelid and c.contype = 'f' and cardinality(c.conkey) = 1
       and c.confrelid in ('organisation'::regclass, 'audience'::regclass) and c.conkey[1] = any (i.indkey::int2[])
     where i.indisunique order by 1`,
  )
  expect(found.map(({ name }) => name)).toEqual(Object.values(one).flat().toSorted())
})
