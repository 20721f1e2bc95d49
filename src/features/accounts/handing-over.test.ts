// Jonte of Kaiserslautern leaves: what he looked after goes to Karla in the same step, and nothing that was confided to him alone.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { tellHeir } from './actions/tell-heir.ts'

let town: Town
let jonte: Visitor
let karla: Visitor
let karin: Visitor
const id = (slug: string) => fill(town, `select id from person where slug = '${slug}'`)
const told = {
  ...{ title: 'Night walks', summary: 'Walks at night.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'] },
}
const things: Record<string, string> = {}
async function tell(who: Visitor, title: string, audience: Record<string, string>): Promise<string> {
  const path = (await who.post('/practices', { ...told, title, ...audience })).headers.get('location') ?? ''
  return /\d+/.exec(path)?.[0] ?? ''
}
const edit = async (who: Visitor, name: string) => (await who.get(`/practices/${things[name]}/edit`)).status

beforeAll(async () => {
  town = await openTown()
  const city = `(select organisation_id from person where slug = 'jonte-pfalzgrafer')`
  for (const [slug, role] of [
    ['karla', 'colleague'],
    ['karin', 'coordinator'],
  ])
    await fill(
      town,
      `insert into person (slug, name, email, role, organisation_id, lang)
      values ('${slug}', '${slug}', '${slug}@stage.example', '${role}', ${city}, 'en')`,
    )
  jonte = await town.as('jonte-pfalzgrafer')
  karla = await town.as('karla')
  karin = await town.as('karin')
  things.draft = await tell(jonte, 'A draft of Jonte', { audience: '2' })
  things.shown = await tell(jonte, 'Shown by Jonte', { audience: '2' })
  await jonte.post(`/practices/${things.shown}/publication`)
  things.confided = await tell(jonte, 'For two eyes', { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
})

test('before, his draft is not hers to read', async () => {
  expect(await edit(karla, 'draft')).toBe(404)
  expect(await edit(karla, 'shown')).toBe(403)
})

test('somebody of another city is no heir, and a colleague cannot hand anything over', async () => {
  const away = `/my-city/colleagues/${await id('jonte-pfalzgrafer')}/departure`
  const beatriz = String(await id('beatriz-ribeirinha-douro'))
  expect((await karin.post(away, { heir: beatriz })).status).toBe(404)
  expect((await karla.post(away, { heir: String(await id('karla')) })).status).toBe(404)
  for (const heir of ['99999999999', 'karla']) expect((await karin.post(away, { heir })).status, heir).toBe(404)
  expect((await jonte.get('/account')).status).toBe(200)
  expect(await edit(karla, 'draft')).toBe(404)
})

test('with the step that ends his access she has his draft and what he shared, and his name stays on it', async () => {
  expect(await karin.page('/my-city/colleagues')).toContain('Who takes over?')
  const answer = await karin.post(`/my-city/colleagues/${await id('jonte-pfalzgrafer')}/departure`, {
    heir: String(await id('karla')),
  })
  expect(answer.status).toBe(303)
  expect((await jonte.get('/account')).status).toBe(303)
  expect([await edit(karla, 'draft'), await edit(karla, 'shown')]).toEqual([200, 200])
  const [from, to] = [await id('jonte-pfalzgrafer'), await id('karla')]
  const handed = `id in (${things.draft}, ${things.shown}) and author_id = ${from} and steward_id = ${to}`
  expect(await fill(town, `select count(*) from contribution where ${handed}`)).toBe(2)
  expect(await karin.page('/my-city/history')).toContain('Tasks were handed over')
})

test('she learns of it by mail, once; nobody else does, and not what the things are called', async () => {
  town.mails.length = 0
  while ((await town.work()) > 0);
  const told = town.mails.filter(({ subject }) => subject.includes('You now look after what Jonte Pfalzgräfer'))
  expect(told.map(({ to }) => to)).toEqual(['karla@stage.example'])
  expect(JSON.stringify(town.mails)).not.toMatch(/A draft of Jonte|For two eyes/)
  // Nothing handed over, taken by oneself, or by somebody of another city by now: no mail.
  const [fact] = await rowsOf<{ id: number; data: Record<string, number> }>(
    town,
    `select id::int, data from fact where name = 'person.succeeded' order by id desc limit 1`,
  )
  expect(told[0]?.text).toContain(`${fact?.data['things']} drafts and contributions`)
  const heard = async (heir: number, things: number, actorId: number): Promise<number> => {
    const sent: unknown[] = []
    const parts = { system: town.database.system, settings: { baseUrl: '' } as never }
    await tellHeir(
      { ...parts, mail: async ({ id: mail }) => void sent.push(mail) },
      { id: fact?.id ?? 0, actorId, data: { ...fact?.data, heir, things } },
    )
    return sent.length
  }
  const [two, one] = [await id('karla'), await id('karin')]
  expect(await heard(two, 2, one)).toBe(1)
  expect([await heard(two, 0, one), await heard(two, 2, two)]).toEqual([0, 0])
  expect(await heard(await id('beatriz-ribeirinha-douro'), 2, one)).toBe(0)
})

test('what was for named persons is handed to nobody', async () => {
  expect(await edit(karla, 'confided')).toBe(404)
  expect(
    await fill(town, `select count(*) from contribution where id = ${things.confided} and steward_id = author_id`),
  ).toBe(1)
})

test('an answer to what he shared goes to her', async () => {
  const ada = await town.as('ada-lindmoser')
  await ada.post(`/contributions/${things.shown}/replies`, { text: 'How many walks?', lang: 'en' })
  while ((await town.work()) > 0);
  expect(town.mails.map(({ to }) => to)).toContain('karla@stage.example')
})

test('in an office, where nobody coordinates, what nobody was named for goes to whoever says that somebody left', async () => {
  const office = `(select organisation_id from person where slug = 'irena-halvorsdottir-blau')`
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang)
    values ('otto', 'Otto', 'otto@office.example', 'office', ${office}, 'en')`,
  )
  const [otto, irena] = [await town.as('otto'), await town.as('irena-halvorsdottir-blau')]
  const news = { topic: 'news', title: 'Blorf news', text: 'x', lang: 'en', endsOn: '', audience: '1' }
  const path = (await otto.post('/announcements', news)).headers.get('location') ?? ''
  const withdrawal = `/announcements/${/\d+/.exec(path)?.[0]}/withdrawal`
  expect((await irena.post(withdrawal)).status).toBe(403)
  expect((await irena.post(`/my-city/colleagues/${await id('otto')}/departure`)).status).toBe(303)
  expect((await irena.post(withdrawal)).status).toBe(303)
})

test('in the office of a forum a colleague there takes over, chosen by name: the network’s office could not', async () => {
  const germany = `(select organisation_id from person where slug = 'carsten-mittelweg')`
  const [{ slug = '' } = {}] = await rowsOf<{ slug: string }>(
    town,
    `select slug from organisation where id = ${germany}`,
  )
  const irena = await town.as('irena-halvorsdottir-blau')
  const carsten = await town.as('carsten-mittelweg')
  const page = await irena.page(`/my-city/colleagues?organisation=${slug}`)
  expect(page).not.toContain('>I do<')
  expect(await carsten.page('/my-city/colleagues')).toContain('>I do<')
  const news = { topic: 'news', title: 'Forum news', text: 'x', lang: 'de', endsOn: '', audience: '1' }
  const wiebke = await town.as('wiebke-sandfurth-moor')
  await wiebke.post('/announcements', news)
  const path = `/my-city/colleagues/${await id('wiebke-sandfurth-moor')}/departure`
  const nobody = await irena.post(path, { organisation: slug, heir: '' })
  expect([nobody.status, await nobody.text()]).toEqual([
    ...[422, expect.stringContaining('Please choose who takes over in this office')],
  ])
  expect((await wiebke.get('/account')).status).toBe(200)
  const heir = String(await id('carsten-mittelweg'))
  expect((await irena.post(path, { organisation: slug, heir })).status).toBe(303)
  expect((await wiebke.get('/account')).status).toBe(303)
  expect(
    await fill(town, `select count(*) from contribution where title = 'Forum news' and steward_id = ${heir}`),
  ).toBe(1)
})
