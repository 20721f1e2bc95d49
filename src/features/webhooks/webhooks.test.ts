// Systems of an office are told what the office could read itself, signed, again and again until it arrives, and nowhere else.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { JobParts } from '#platform/feature.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { answered, askedBy } from '../discussion/fixtures.ts'
import { sendDue } from './actions/send-due.ts'
import { receiver, verifies } from './fixtures.ts'

let town: Town
let ada: Visitor
let irena: Visitor
let carsten: Visitor
let jobs: JobParts
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  irena = await town.as('irena-halvorsdottir-blau')
  carsten = await town.as('carsten-mittelweg')
  jobs = { ...testJobs(town.database.system, town.dataDir), now: () => town.now }
})
beforeEach(() => fill(town, 'delete from webhook'))

const address = 'https://hook.example/in'
/** Gives its id and its secret. */
async function registered(who: Visitor, facts: string[], at = address): Promise<{ id: string; secret: string }> {
  const answer = await who.post('/webhooks', { address: at, 'facts[]': facts })
  const page = await answer.text()
  expect(answer.status).toBe(200)
  return {
    id: /\/webhooks\/(\d+)\/secret/.exec(page)?.[1] ?? '',
    secret: /whsec_[A-Za-z0-9+/=]+/.exec(page)?.[0] ?? '',
  }
}

const hear = async (): Promise<void> => {
  while ((await town.work()) > 0);
  // Where a minute began meanwhile, the schedule has tried the real address.
  await fill(town, 'update webhook_delivery set next_at = made_at where outcome is null')
}
test('the network’s office is told of a question, with its words and city, signed with the secret that was shown once', async () => {
  const { id, secret } = await registered(irena, ['question.asked'])
  expect(await irena.page(`/webhooks/${id}`)).not.toContain(secret)
  const question = await askedBy(ada, { audience: '2' }, 'Who walks with young people here?')
  await hear()
  const { sent, post, bodies } = receiver()
  await sendDue(jobs, post)
  expect(bodies()).toEqual([
    {
      type: 'question.asked',
      timestamp: expect.any(String),
      data: {
        contribution: {
          ...{
            id: Number(question),
            kind: 'question',
            tlp: 'TLP:GREEN',
            title: 'Who walks with young people here?',
            lang: 'en',
          },
          url: `http://localhost/questions/${question}-who-walks-with-young-people-here`,
          organisation: { name: 'Graz', slug: 'at-graz' },
        },
      },
    },
  ])
  const changed = sent.map((one) => ({ ...one, body: one.body.replace('Graz', 'Linz') }))
  expect([...sent, ...changed].map((one) => verifies(secret, one))).toEqual([true, false])
  await sendDue(jobs, post)
  expect(sent).toHaveLength(1)
  expect(await irena.page(`/webhooks/${id}`)).toMatch(/Delivered.*204/s)
})

test('an old secret goes on signing for a day beside the new one', async () => {
  const { id, secret } = await registered(irena, ['question.asked'])
  const fresh = /whsec_[A-Za-z0-9+/=]+/.exec(await (await irena.post(`/webhooks/${id}/secret`)).text())?.[0] ?? ''
  await askedBy(ada, { audience: '2' })
  await hear()
  const { sent, post } = receiver()
  await sendDue(jobs, post)
  expect([secret, fresh].map((one) => sent[0] && verifies(one, sent[0]))).toEqual([true, true])
})

test('what fails is tried again with the same id, until it is given up; it can be sent once more', async () => {
  const { id } = await registered(irena, ['question.asked'])
  await askedBy(ada, { audience: '2' })
  await hear()
  const begun = town.now
  const { sent, post } = receiver(500)
  for (let hours = 0; hours < 40; hours += 1) {
    town.now = new Date(begun.getTime() + hours * 3_600_000)
    await sendDue(jobs, post)
  }
  expect(sent.length).toBeGreaterThanOrEqual(7)
  expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await irena.page(`/webhooks/${id}`)).toContain('Given up')
  const again =
    /\/webhooks\/\d+\/deliveries\/[0-9a-f-]+\/repetition/.exec(await irena.page(`/webhooks/${id}`))?.[0] ?? ''
  await irena.post(again)
  const well = receiver()
  await sendDue(jobs, well.post)
  expect(well.sent[0]?.headers['webhook-id']).toBe(sent[0]?.headers['webhook-id'])
  town.now = begun
})

test.each([
  [410, 0],
  [500, 6],
])('after %i it is stopped, after days or at once, and the office gets a mail', async (status, days) => {
  const { id } = await registered(irena, ['question.asked'])
  await fill(town, `update webhook set failing_since = now() - interval '${days} days' where id = ${id}`)
  await askedBy(ada, { audience: '2' })
  await hear()
  town.mails.length = 0
  await sendDue(jobs, receiver(status).post)
  await hear()
  expect(town.mails.map(({ to }) => to).length).toBeGreaterThan(0)
  expect(town.mails.every(({ text }) => text.includes(address))).toBe(true)
  expect(await irena.page(`/webhooks/${id}`)).toContain('Stopped')
})

test('of what it could not read by page nothing is sent, whenever that became so', async () => {
  await registered(irena, ['question.asked', 'reply.given'])
  await registered(carsten, ['question.asked', 'reply.given'])
  const persons = await askedBy(ada, { audience: '2' }, 'For persons alone')
  const [audience] = await rowsOf<{ id: number }>(town, "insert into audience (kind) values ('persons') returning id")
  for (const slug of ['ada-lindmoser', 'irena-halvorsdottir-blau', 'carsten-mittelweg'])
    await fill(
      town,
      `insert into audience_person (audience_id, person_id) values (${audience?.id}, ${await town.personId(slug)})`,
    )
  const hidden = await askedBy(ada, { audience: '2' }, 'To be hidden')
  const withdrawn = await askedBy(ada, { audience: '2' }, 'To be withdrawn')
  const open = await askedBy(ada, { audience: '2' }, 'Still open')
  const reply = await answered(ada, open, 'Taken back')
  await hear()
  await fill(town, `update contribution set audience_id = ${audience?.id} where id = ${persons}`)
  await fill(town, `update contribution set hidden_at = now() where id = ${hidden}`)
  await ada.post(`/questions/${withdrawn}/withdrawal`)
  await ada.post(`/replies/${reply}/withdrawal`)
  const { bodies, post } = receiver()
  await sendDue(jobs, post)
  expect(bodies().map(({ type, data }) => [type, data.contribution.id])).toEqual([
    ['question.asked', Number(open)],
    ['question.asked', Number(open)],
  ])
})

test('of a forum’s TLP:AMBER its own office gets ids and addresses, no words; another office nothing', async () => {
  await registered(irena, ['question.asked'])
  await registered(carsten, ['question.asked'], 'https://forum.example/in')
  const id = await askedBy(ada, { audience: '2' }, 'A secret title of a forum')
  await hear()
  const [forum] = await rowsOf<{ id: number }>(
    town,
    "select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'",
  )
  await fill(town, `update contribution set audience_id = ${forum?.id} where id = ${id}`)
  const { sent, post } = receiver()
  await sendDue(jobs, post)
  expect(sent.map(({ url }) => url)).toEqual(['https://forum.example/in'])
  expect(sent[0]?.body).not.toMatch(/secret|Graz/i)
  expect(JSON.parse(sent[0]?.body ?? '').data.contribution).toEqual({
    ...{ id: Number(id), kind: 'question', url: `http://localhost/questions/${id}`, tlp: 'TLP:AMBER' },
  })
})

test('a question asked as a member city names no city', async () => {
  await registered(irena, ['question.asked'])
  await askedBy(ada, { audience: '2', veiled: 'yes' }, 'Asked without our name')
  await hear()
  await fill(
    town,
    "update contribution set author_id = null where title = 'Asked without our name' and author_id is not null",
  )
  const { sent, post } = receiver()
  await sendDue(jobs, post)
  expect(sent[0]?.body).toContain('Asked without our name')
  expect(sent[0]?.body).not.toContain('organisation')
})

test('an office sees and steers its own webhooks only; others none', async () => {
  const { id } = await registered(irena, ['question.asked'])
  expect(await carsten.page('/webhooks')).not.toContain(address)
  for (const end of ['', '/secret', '/pause', '/removal']) {
    const answer = end === '' ? await carsten.get(`/webhooks/${id}`) : await carsten.post(`/webhooks/${id}${end}`)
    expect([end, answer.status]).toEqual([end, 404])
  }
  expect((await ada.get('/webhooks')).status).toBe(403)
  expect((await ada.post('/webhooks', { address, 'facts[]': ['question.asked'] })).status).toBe(403)
  expect((await irena.post(`/webhooks/${id}/removal`)).status).toBe(303)
})

test.each([
  ...[
    'http://hook.example/in',
    'https://127.0.0.1/in',
    'https://169.254.169.254/latest',
    'https://[::1]/in',
    'https://me:pw@hook.example',
  ],
  ...['https://2130706433/', 'https://10.0.0.8/', 'hook.example', ''],
])('%s is refused with a sentence', async (wrong) => {
  const answer = await irena.post('/webhooks', { address: wrong, 'facts[]': ['question.asked'] })
  expect(answer.status).toBe(422)
  expect(await rowsOf(town, 'select 1 from webhook')).toEqual([])
})

test.each([
  ['HTTPS://Hook.Example/In', 'https://hook.example/In'],
  ['https:hook.example', 'https://hook.example/'],
])('%s is kept as it is called: %s', async (typed, kept) => {
  await registered(irena, ['question.asked'], typed)
  expect(await rowsOf(town, 'select address from webhook')).toEqual([{ address: kept }])
})

test('an address that is longer as it is called than as it was typed is refused with a sentence', async () => {
  const typed = `https://hook.example/${'ä'.repeat(400)}`
  expect((await irena.post('/webhooks', { address: typed, 'facts[]': ['question.asked'] })).status).toBe(422)
})

test('a name that leads to this machine is found out when it is sent, and written down', async () => {
  const { id } = await registered(irena, ['question.asked'], 'https://localhost:1/in')
  await askedBy(ada, { audience: '2' })
  await hear()
  await sendDue(jobs)
  expect(await irena.page(`/webhooks/${id}`)).toContain('leads to no address on the internet')
})

test('each thing to hear of is called by its kind', async () => {
  expect(await irena.page('/webhooks')).toMatch(/Practice: .*Question: .*Poll: /s)
})

test('the page for those who program the other side shows a message as it is sent', async () => {
  const page = await carsten.page('/webhooks/format')
  expect(page).toContain('webhook-signature: v1,')
  expect(page).toContain('&quot;tlp&quot;: &quot;TLP:AMBER&quot;')
})
