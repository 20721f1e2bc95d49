// A mail that was true when it was written, and waited: for an address that was paused, for a server, for an office to send it again.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
import { openPost, type Post } from '../../../testing/mail-post.ts'
import { type Answer, type MailServer, openMailServer } from '../../../testing/mail-server.ts'
import { pauseAddress } from '../../platform/mail/pauses.ts'
import { publishPractice } from '../adoptions/fixtures.ts'

const address = 'beatriz@porto.example'
let town: Town
let server: MailServer
let post: Post
let answer: Answer
let about: { personId: number; contributionId: number; replyId: number }
beforeEach(async () => {
  town ??= await openTown()
  answer = undefined
  server = await openMailServer({ recipient: () => answer })
  post = openPost(town, server.url)
  const ada = await town.as('ada-lindmoser')
  const contributionId = Number(await publishPractice(ada))
  await ada.post(`/contributions/${contributionId}/replies`, { text: 'One word.', lang: 'en' })
  const replyId = await fill(town, `select id from reply where contribution_id = ${contributionId}`)
  about = { personId: await town.personId('beatriz-ribeirinha-douro'), contributionId, replyId }
  while ((await town.work()) > 0);
  await fill(town, 'delete from mail; delete from paused_address')
})
afterEach(async () => {
  await post.close()
  await server.close()
})

const letter = (id: string) => ({ to: address, subject: id, text: `About ${id}.`, why: 'Asked for.', id })
const names = (): (string | undefined)[] => server.arrived.map(({ messageId }) => messageId.split('@')[0])
const kept = () => fill(town, 'select count(*) from mail where sent_at is null')
const change = (words: string) => () => pastTriggers(town, words.replaceAll('$thing', String(about.contributionId)))
const thing = (words: string) => change(`update contribution set ${words} where id = $thing`)

const ends: Readonly<Record<string, () => Promise<unknown>>> = {
  'is hidden': thing('hidden_at = now()'),
  'is withdrawn': thing(`state = 'withdrawn'`),
  'is narrowed to another city': thing(
    `audience_id = (select a.id from audience a join person p using (organisation_id) where p.slug = 'ada-lindmoser')`,
  ),
  'is muted': change(
    `insert into mute (person_id, contribution_id) select id, $thing from person where slug = 'beatriz-ribeirinha-douro'`,
  ),
  'has a reply that is taken back': change('update reply set withdrawn_at = now() where contribution_id = $thing'),
  'has a reply that is hidden': change('update reply set hidden_at = now() where contribution_id = $thing'),
}

describe.each(Object.entries(ends))('of what %s meanwhile', (_, end) => {
  test('nothing leaves that was held for its address', async () => {
    await pauseAddress(town.database.system, address, '550 5.1.1 User unknown', town.now)
    await post.write({ ...letter('held'), about })
    await post.write(letter('owed'))
    expect(await post.send()).toBe(0)
    await end()
    await fill(town, 'delete from paused_address')
    await post.send()
    expect(names()).toEqual(['owed'])
    expect(await kept()).toBe(0)
  })
})

test('what still holds leaves, also to whoever is asked to write along where nobody else reads', async () => {
  await post.write({ ...letter('standing'), about })
  await fill(
    town,
    `insert into co_author (contribution_id, person_id, organisation_id, named_by) select ${about.contributionId}, p.id, p.organisation_id, ada.id
      from person p, person ada where p.id = ${about.personId} and ada.slug = 'ada-lindmoser' returning person_id`,
  )
  await thing(`state = 'draft', published_at = null`)()
  await post.write({ ...letter('together'), about })
  await post.send()
  expect(names().sort()).toEqual(['standing', 'together'])
})

test('what was put off, and what an office sends again, is judged as well', async () => {
  answer = { code: 554, text: '5.7.1 Refused' }
  await post.write({ ...letter('again'), about })
  await post.send()
  answer = { code: 451, text: '4.7.1 Later' }
  await post.write({ ...letter('put-off'), about })
  await post.send()
  answer = undefined
  await thing('hidden_at = now()')()
  const [failed] = await rowsOf<{ id: number }>(town, `select id from mail where name = 'again'`)
  const office = await town.as('irena-halvorsdottir-blau')
  expect((await office.post(`/mails/${failed?.id}/sending`)).status).toBe(303)
  town.now = new Date(town.now.getTime() + 3_600_000)
  await post.send()
  expect([names(), await kept()]).toEqual([[], 0])
})

test('to whoever has left goes nothing about anything, nor a digest', async () => {
  await post.write({ ...letter('thing'), about })
  await post.write({ ...letter('digest'), about: { personId: about.personId } })
  await pastTriggers(town, `update person set left_at = now() where id = ${about.personId}`)
  await post.send()
  expect([names(), await kept()]).toEqual([[], 0])
})
