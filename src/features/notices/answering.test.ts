// Every mail by which somebody is told of something can be answered where there is a thread, and says whom it may be passed on to.
import { expect, test } from 'vitest'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { beatrizsAddress, mailsTo, openTownWithMail, take, workAll } from '../incoming/fixtures.ts'
import { bringIn, foundBy, openIn } from '../rooms/fixtures.ts'

const town = await openTownWithMail()
const [ada, beatriz] = [await town.as('ada-lindmoser'), await town.as('beatriz-ribeirinha-douro')]
await workAll(town)
await fill(town, `delete from notice_setting where person_id = ${await town.personId('beatriz-ribeirinha-douro')}`)
await beatriz.post('/notices/rhythms', { asked: 'at_once', city: 'at_once', watched: 'at_once', rooms: 'at_once' })
await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })

const told = {
  ...{ summary: 'Kurz.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'], audience: '2' },
}
async function publish(fields: Record<string, string>): Promise<string> {
  const id = /\d+/.exec((await ada.post('/practices', { ...told, ...fields })).headers.get('location') ?? '')?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  await workAll(town)
  return id
}
const last = () => mailsTo(town, beatrizsAddress).at(-1)
const canAnswer = 'You can simply answer this mail'

test('“New: …”: labelled in its first line, hangs at its thread, and what an officer answers stands there', async () => {
  const id = await publish({ title: 'Antwortwort' })
  expect(last()).toMatchObject({ subject: 'New: Antwortwort', inReplyTo: `thread-${id}` })
  expect(last()?.text).toMatch(/^TLP:GREEN\n\nHello/)
  expect(last()?.text.split(canAnswer)).toHaveLength(2)
  const answer = { from: beatrizsAddress, to: last()?.replyTo ?? '', text: 'Wir machen das auch.' }
  expect(await take(town, answer)).toBe('landed')
  expect(await rowsOf(town, `select text from reply where contribution_id = ${id}`)).toEqual([
    { text: 'Wir machen das auch.' },
  ])
})

test('TLP:RED: an address to answer to, but no label, and nobody is asked to answer', async () => {
  await publish({ title: 'Rotwort', audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  expect(last()?.subject).toBe('Something new in Vicinia')
  expect(last()?.replyTo).toMatch(/^reply\+/)
  expect(last()?.text).not.toMatch(/TLP|simply answer/)
})

test('of a room: TLP:AMBER where it is named, under the rule only that something waits; archived, it takes no answers', async () => {
  const room = await foundBy(ada)
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  await openIn(ada, room, 'Raumfaden')
  await workAll(town)
  expect(last()?.subject).toBe('New: Raumfaden')
  expect(last()?.text).toMatch(/^TLP:AMBER\n\n/)
  const ruled = await foundBy(ada, { chatham: 'yes', name: 'Stiller Kreis' })
  await bringIn(ada, ruled, beatriz, 'Beatriz Ribeirinha Douro')
  await openIn(ada, ruled, 'Regelfaden')
  await workAll(town)
  expect(last()?.subject).toBe('Something new in Vicinia')
  expect(last()?.text).not.toContain('TLP')
  expect(last()?.text).toContain(canAnswer)
  await openIn(ada, room, 'Endfaden')
  await fill(town, `update room set archived_at = now() where audience_id = ${room}`)
  await workAll(town)
  expect(last()?.subject).toBe('New: Endfaden')
  expect(last()?.replyTo).toBeUndefined()
  expect(last()?.text).not.toContain(canAnswer)
})
