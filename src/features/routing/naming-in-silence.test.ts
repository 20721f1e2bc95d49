// What naming a colleague tells, and what it must not: whose membership rests, who was asked before, who asked.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { type Door, openDoor } from '../../../testing/policies/as-person.ts'
import { beginRounds } from './actions/carry-question.ts'
import { sendAgain } from './actions/send-asking.ts'
import { askAs, askedOf, partsAt, work } from './fixtures.ts'

let town: Town
let door: Door
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  irena = await town.as('irena-halvorsdottir-blau')
}, 120_000)
afterAll(() => door.close())

const ask = async (more: Record<string, string> = {}) => {
  const question = await askAs(town, 'jonte-pfalzgrafer', more)
  await work(town)
  return question
}
const name = (who: Visitor, id: number, colleague: string, person = '') =>
  who.post(`/asked/${id}/colleague`, { colleague, person })
const askingMails = (id: number, person: number) => town.mails.filter((mail) => mail.id === `asked-${id}-${person}`)
const numbersOf = (page: string): string => /class="asked-about".*?<p>(.*?)<\/p>/s.exec(page)?.[1] ?? 'nothing'
const suspend = (slug: string): Promise<number> =>
  fill(
    town,
    `insert into suspension (membership_id, begins_on, reason) select m.id, app.today(), 'x' from membership m
     join person p on p.organisation_id = m.organisation_id where p.slug = '${slug}' and m.forum_id is null returning id`,
  )

test('a colleague whose membership rests is named like any other, hears nothing, and is asked once it rests no more', async () => {
  const assia = await town.personId('assia-verdonnel')
  const rests = await suspend('assia-verdonnel')
  const { id } = await ask()
  expect((await name(irena, id, 'Assia Verdonnel')).status).toBe(303)
  await work(town)
  expect(askingMails(id, assia)).toEqual([])
  await fill(town, `update suspension set ends_on = begins_on - 1 where id = ${rests} returning id`)
  await sendAgain(partsAt(town, new Date(Date.now() + 3_600_000)))
  expect(askingMails(id, assia)).toHaveLength(1)
})

test('nor does the number of cities in a forum tell it, to hide among', async () => {
  const jonte = await town.personId('jonte-pfalzgrafer')
  const audience = await fill(
    town,
    `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`,
  )
  const may = (): Promise<boolean> =>
    door.as(jonte, async (client) => (await client.query(`select app.may_veil(${audience}) as may`)).rows[0].may)
  expect(await may()).toBe(true)
  // Five that read are left, and one of them rests.
  await fill(
    town,
    `with cities as (select distinct m.organisation_id as id from forum_member m join person p on p.organisation_id = m.organisation_id
       where p.left_at is null and m.forum_id = (select forum_id from audience where id = ${audience})),
     kept as (select id from cities where id <> (select organisation_id from person where id = ${jonte}) order by id limit 4)
     update person set left_at = now() where left_at is null and role <> 'office' and id <> ${jonte}
       and organisation_id in (select id from cities) and organisation_id not in (select id from kept) returning 1`,
  )
  expect(await may()).toBe(true)
  const [one] = await rowsOf<{ slug: string; organisation: number }>(
    town,
    `select p.slug, p.organisation_id as organisation from person p join forum_member m on m.organisation_id = p.organisation_id
     where m.forum_id = (select forum_id from audience where id = ${audience}) and p.left_at is null and p.id <> ${jonte} limit 1`,
  )
  const rests = await suspend(one?.slug ?? '')
  expect(await may()).toBe(true)
  await fill(town, `update suspension set ends_on = begins_on - 1 where id = ${rests} returning id`)
  // Four that read are too few, however many belong.
  await fill(town, `update person set left_at = now() where organisation_id = ${one?.organisation} returning 1`)
  expect(await may()).toBe(false)
})

test('whom the office names changes no number it sees, and each naming counts, whoever was asked before', async () => {
  const { id, path } = await ask()
  const asked = await rowsOf<{ name: string }>(
    town,
    `select p.name from asked_person a join person p on p.id = a.person_id where a.contribution_id = ${id}`,
  )
  const before = numbersOf(await irena.page(path))
  expect(before).toContain('asked in person')
  const fresh = ['Beatriz Ribeirinha Douro', 'Almut Westrichter', 'Carsten Mittelweg', 'Theo Quintavoll']
  const names = [...asked.map((one) => one.name), ...fresh].slice(0, 5)
  for (const colleague of names) {
    expect((await name(irena, id, colleague)).status).toBe(303)
    expect(numbersOf(await irena.page(path))).toBe(before)
  }
  // Once more the same is no sixth.
  expect((await name(irena, id, names[0] ?? '')).status).toBe(303)
  const sixth = await name(irena, id, 'Wiebke Sandfurth-Moor')
  expect([sixth.status, await sixth.text()]).toEqual([422, expect.stringContaining('You have named five persons')])
})

test('of namings at once no more than five are taken', async () => {
  const { id } = await ask()
  const people = await rowsOf<{ id: number }>(
    town,
    `select p.id from person p join organisation o on o.id = p.organisation_id where o.active and p.left_at is null
     and p.role <> 'office' order by p.id desc limit 9`,
  )
  const office = await town.personId('irena-halvorsdottir-blau')
  await Promise.all(
    people.map(async ({ id: whom }) => {
      const naming = await openDoor(town)
      await naming
        .as(office, async (client) => {
          const { rows } = await client.query(`select app.name_colleague(${id}, ${whom}, now()) as said`)
          if (rows[0].said === 'named')
            await client.query(
              `insert into fact (name, actor_id, organisation_id, contribution_id, data)
               values ('question.handed', app.person(), app.organisation(), ${id}, '{"person": ${whom}}')`,
            )
          await client.query('commit')
        })
        .catch(() => undefined)
      await naming.close()
    }),
  )
  const taken = await fill(town, `select count(*) from fact where contribution_id = ${id} and actor_id = ${office}`)
  expect(taken).toBe(5)
})

test('the asker behind a veil is named like any other, and nothing comes of it', async () => {
  const { id } = await ask({ veiled: 'yes' })
  const jonte = await town.personId('jonte-pfalzgrafer')
  expect((await name(irena, id, 'Jonte Pfalzgräfer')).status).toBe(303)
  await work(town)
  expect(askingMails(id, jonte)).toEqual([])
})

test('whoever is named after the first reply is asked too; the ranking’s own then hear no more', async () => {
  const { id } = await askAs(town, 'jonte-pfalzgrafer')
  await beginRounds(partsAt(town, new Date()), id)
  const ranked = await askedOf(town, id)
  expect(ranked.length).toBeGreaterThan(0)
  const ada = await town.as('ada-lindmoser')
  await ada.post(`/contributions/${id}/replies`, { text: 'Wir haben zwei.', lang: 'de' })
  expect((await name(irena, id, 'Assia Verdonnel')).status).toBe(303)
  await work(town)
  expect(askingMails(id, await town.personId('assia-verdonnel'))).toHaveLength(1)
  for (const { slug } of ranked.filter(({ slug }) => slug !== 'assia-verdonnel'))
    expect(askingMails(id, await town.personId(slug))).toEqual([])
})

test('what is answered, or no question, is handed to nobody: a sentence, and no form', async () => {
  const { id, path } = await ask()
  expect(await irena.page(path)).toContain(`/asked/${id}/colleague`)
  await (await town.as('jonte-pfalzgrafer')).post(`/questions/${id}/answer`)
  expect(await irena.page(path)).not.toContain(`/asked/${id}/colleague`)
  const late = await name(irena, id, 'Assia Verdonnel')
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('has been answered meanwhile')])
  const practice = await fill(
    town,
    `select id from contribution where kind = 'practice' and state = 'published' and audience_id = 2 limit 1`,
  )
  expect((await name(irena, practice, 'Assia Verdonnel')).status).toBe(404)
})

test('of several with one name one is chosen', async () => {
  const { id } = await ask()
  const theo = await town.personId('theo-quintavoll')
  await fill(town, `update person set name = 'Ada Lindmoser' where id = ${theo} returning id`)
  const which = await name(irena, id, 'ada lindmoser')
  const page = await which.text()
  expect(which.status).toBe(422)
  expect(page).toContain('Please choose whom you mean.')
  const choices = [...page.matchAll(/name="person" value="(\d+)"/g)].map(([, value]) => Number(value))
  expect(choices).toContain(theo)
  expect(choices).toHaveLength(2)
  expect((await name(irena, id, 'ada lindmoser', '999999')).status).toBe(422)
  expect((await name(irena, id, 'ada lindmoser', String(theo))).status).toBe(303)
  expect((await askedOf(town, id)).map(({ slug }) => slug)).toContain('theo-quintavoll')
})
