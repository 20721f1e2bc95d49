// Whom mails do not reach learns it and takes the address up again; an office learns it of those whom it steers, and nothing of what mails say.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { pauseAddress } from '../../platform/mail/pauses.ts'

let town: Town
let jonte: Visitor
let network: Visitor
let forum: Visitor
const jontes = 'jonte.pfalzgrafer@kaiserslautern.example'
beforeAll(async () => {
  town = await openTown()
  jonte = await town.as('jonte-pfalzgrafer')
  network = await town.as('irena-halvorsdottir-blau')
  forum = await town.as('carsten-mittelweg')
  expect(await fill(town, `select count(*) from person where email = '${jontes}'`)).toBe(1)
})
beforeEach(async () => {
  await fill(town, 'delete from mail; delete from paused_address')
  town.mails.length = 0
})

const workAll = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const pause = (email: string, reason = '550 5.1.1 <x@y.example>: User unknown') =>
  pauseAddress(town.database.system, email, reason, town.now)
const isPaused = (email: string) => fill(town, `select count(*) from paused_address where email = '${email}'`)
/** A mail that was given up, with a secret in it. */
const fail = (name: string, email: string, message = `'Geheimtext'::bytea`): Promise<number> =>
  fill(
    town,
    `insert into mail (name, email, message, failed_at, answer) values
      ('${name}', '${email}', ${message}, now(), '554 <${email}> refused') returning id`,
  )

describe('whoever mails do not reach', () => {
  test('reads it on the account page and the home page, with what was said; nobody else does', async () => {
    await pause(jontes)
    for (const path of ['/account', '/']) {
      const page = await jonte.page(path)
      expect(page).toContain('Our mails do not reach you')
      expect(page).toContain('User unknown')
      expect(await (await town.as('almut-westrichter')).page(path)).not.toContain('Our mails do not reach you')
    }
    expect(await town.visitor.page('/')).not.toContain('do not reach')
  })

  test('is sent a mail when they ask for one, and takes the address up again with its link', async () => {
    await pause(jontes)
    expect((await jonte.post('/account/mail-confirmations')).status).toBe(303)
    await workAll()
    await fill(town, `update fact set queued_at = null where name = 'mail-confirmation.requested'`)
    await workAll()
    expect(new Set(town.mails.map(({ id }) => id)).size).toBe(1)
    expect(town.mails[0]).toMatchObject({ to: jontes, letsIn: { until: expect.any(Date) } })
    const link = /http:\/\/localhost(\S+)/.exec(town.mails[0]?.text ?? '')?.[1] ?? ''
    const page = await town.visitor.get(link)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(await isPaused(jontes)).toBe(1)
    expect((await town.visitor.post(link)).status).toBe(200)
    expect(await isPaused(jontes)).toBe(0)
    expect((await town.visitor.post(link)).status).toBe(410)
    // Paused again since: an old link proves nothing of today.
    town.now = new Date(town.now.getTime() + 60_000)
    await pause(jontes)
    expect((await town.visitor.post(link)).status).toBe(410)
    expect(await isPaused(jontes)).toBe(1)
  })

  test('cannot be taken up by a link that is guessed, borrowed or cut', async () => {
    await pause(jontes)
    const id = await town.personId('jonte-pfalzgrafer')
    for (const wrong of [`?by=${id}&code=${'0'.repeat(43)}`, `?by=${id}`, '', '?by=999999999999&code=x'])
      for (const answer of [
        await town.visitor.get(`/mails/confirmation${wrong}`),
        await town.visitor.post(`/mails/confirmation${wrong}`),
      ])
        expect(answer.status).toBe(410)
    expect(await isPaused(jontes)).toBe(1)
  })

  test('is asked for nothing where nothing is paused', async () => {
    await jonte.post('/account/mail-confirmations')
    await workAll()
    expect(town.mails).toEqual([])
  })
})

describe('an office', () => {
  test('sees whom it steers, by name and city and never by address; of others and of outside only the network’s', async () => {
    const adas = 'ada.lindmoser@graz.example'
    for (const email of [jontes, adas, 'somebody@outside.example']) {
      await pause(email)
      await fail(`notice ${email}`, email)
    }
    const all = await network.page('/mails')
    for (const words of ['Jonte Pfalzgräfer', 'Ada Lindmoser', 'somebody@outside.example']) expect(all).toContain(words)
    const german = await forum.page('/mails')
    expect(german).toContain('Jonte Pfalzgräfer, Kaiserslautern')
    for (const words of ['Ada', 'outside', 'Geheimtext']) expect(german).not.toContain(words)
    for (const page of [all, german]) for (const words of [jontes, adas, 'x@y']) expect(page).not.toContain(words)
  })

  test('counts what waits for whom it steers, and what is held', async () => {
    await pause(jontes)
    await fill(
      town,
      `insert into mail (name, email, message) values ('w1', '${jontes}', 'x'), ('w2', 'almut.westrichter@kaiserslautern.example', 'x'),
        ('w3', 'ada.lindmoser@graz.example', 'x')`,
    )
    const figures = async (office: Visitor) =>
      [...(await office.page('/mails')).matchAll(/<strong>(\d+)<\/strong>/g)].map((found) => Number(found[1]))
    expect(await figures(network)).toEqual([2, 1])
    expect(await figures(forum)).toEqual([1, 1])
  })

  test('sends again what was given up and is kept; nothing of others, nothing twice, nothing forgotten', async () => {
    const own = await fail('again-1', jontes)
    const others = await fail('again-2', 'ada.lindmoser@graz.example')
    const forgotten = await fail('again-3', jontes, 'null')
    expect((await forum.post(`/mails/${own}/sending`)).status).toBe(303)
    expect((await forum.post(`/mails/${own}/sending`)).status).toBe(404)
    for (const id of [others, forgotten, 999_999]) expect((await forum.post(`/mails/${id}/sending`)).status).toBe(404)
    for (const who of [jonte, await town.as('almut-westrichter')])
      expect((await who.post(`/mails/${others}/sending`)).status).toBe(403)
    expect(await rowsOf(town, 'select name from mail where failed_at is null')).toEqual([{ name: 'again-1' }])
  })
})

test('what mails say is forgotten after three days, that they were sent after thirty, and a person’s with the person', async () => {
  const { forgetMails, forgetMessages, forgetWorthless } = await import('./store.ts')
  const { system } = town.database
  await fill(
    town,
    `insert into mail (name, email, message, written_at, sent_at, until) values
      ('old', '${jontes}', 'x', now() - interval '40 days', now() - interval '40 days', null),
      ('sent', '${jontes}', 'x', now() - interval '4 days', now() - interval '4 days', null),
      ('waiting', '${jontes}', 'x', now() - interval '40 days', null, null),
      ('late', '${jontes}', 'x', now(), null, now() - interval '1 minute')`,
  )
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  await forgetMails(system, daysAgo(30))
  await forgetMessages(system, daysAgo(3))
  await forgetWorthless(system, new Date())
  expect(await rowsOf(town, 'select name, message is null as empty from mail order by name')).toEqual([
    { name: 'sent', empty: true },
    { name: 'waiting', empty: false },
  ])
})
