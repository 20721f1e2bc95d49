// A suspended member still owes: whoever coordinates it sees its fee, its invoices and its account, and of nobody else any more than before.
import { beforeAll, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { addDraft, decide, forumId } from './fixtures.ts'

let town: Town
let almut: Visitor
let scale: number
const today = dayOf(new Date())
const year = Number(today.slice(0, 4))
beforeAll(async () => {
  town = await openTown()
  almut = await town.as('almut-westrichter')
  scale = await addDraft(town, await forumId(town, 'forum-germany'), year, 31_700)
  await decide(town, scale, 'proposed', await town.personId('carsten-mittelweg'))
  await decide(town, scale, 'approved', await town.personId('wiebke-sandfurth-moor'))
  await fill(
    town,
    `insert into suspension (membership_id, begins_on, reason) select m.id, '${today}', 'x' from membership m
     join organisation o on o.id = m.organisation_id where o.slug = 'de-kaiserslautern' and m.forum_id is null returning id`,
  )
})

test('she is suspended: what the network shares does not reach her', async () => {
  expect(await fill(town, `select active::int from organisation where slug = 'de-kaiserslautern'`)).toBe(0)
  expect((await almut.get('/questions/new')).status).toBe(403)
})

test('she sees the fee of her city, of the network and of the forum', async () => {
  const html = await almut.page('/fees')
  expect(html).toContain('€4,553.00')
  expect(html).toContain('€317.00')
  expect((await almut.get(`/fees/${scale}`)).status).toBe(200)
})

test('she sees invoices and account, and her desk leads there', async () => {
  for (const path of ['/invoices', '/payments/own', '/payments/own/0', '/payments/own/0/statement.pdf'])
    expect((await almut.get(path)).status, path).toBe(200)
  const own = await almut.page('/invoices')
  expect(own).not.toContain('No invoice yet')
  for (const path of ['/invoices', '/payments/own']) expect(await almut.page('/desk')).toContain(`href="${path}"`)
})

test('her colleague, another country’s coordinator and a visitor read no scale of the forum', async () => {
  const others = [await town.as('jonte-pfalzgrafer'), await town.as('ada-lindmoser'), town.visitor]
  for (const who of others) {
    expect((await who.get(`/fees/${scale}`)).status).toBe(404)
    expect(await who.page('/fees')).not.toContain('€317.00')
  }
})

test('nor she one of a year in which her city was no member, or that is not approved', async () => {
  const [before, draft] = [
    await addDraft(town, await forumId(town, 'forum-germany'), 2020),
    await addDraft(town, await forumId(town, 'forum-germany'), year + 1),
  ]
  await decide(town, before, 'proposed', await town.personId('carsten-mittelweg'))
  await decide(town, before, 'approved', await town.personId('wiebke-sandfurth-moor'))
  for (const id of [before, draft]) expect((await almut.get(`/fees/${id}`)).status).toBe(404)
})
