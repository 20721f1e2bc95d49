// Mails about coming in: whoever has left between the fact and the mail, or whose room is gone, hears nothing of it.
import { beforeEach, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { pastTriggers } from '../../../testing/as-owner.ts'
import { bringIn, foundBy } from './fixtures.ts'
import { mindHosts } from './store-upkeep.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const beatriz = await town.as('beatriz-ribeirinha-douro')
const jonte = await town.as('jonte-pfalzgrafer')
const jonteId = await town.personId('jonte-pfalzgrafer')
const work = async () => {
  while ((await town.work()) > 0);
}
/** Whom the mails since are for. */
const told = () => town.mails.map(({ to, about }) => [to.split(/[.@]/)[0], about?.roomId !== undefined])
let room: number
beforeEach(async () => {
  room = await foundBy(ada, { name: 'On request', entry: 'request' })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  await work()
  town.mails.length = 0
})

const leave = (slug: string) => `update person set left_at = now() where slug = '${slug}'`
const takeOut = (slug: string) => () =>
  pastTriggers(
    town,
    `delete from audience_person ap using person p where p.id = ap.person_id and ap.audience_id = ${room} and p.slug = '${slug}'`,
  )
const gone = () => pastTriggers(town, `update room set deleted_at = now() where audience_id = ${room}`)
const archived = () => pastTriggers(town, `update room set archived_at = now() where audience_id = ${room}`)
const away = async () => void (await pastTriggers(town, leave('jonte-pfalzgrafer')))
const hidden = () => pastTriggers(town, `update room set entry = 'invitation' where audience_id = ${room}`)
const nothing = async () => undefined
const back = () => pastTriggers(town, 'update person set left_at = null where left_at is not null')

const ask = () => jonte.post(`/rooms/${room}/requests`, { text: 'We try the same.' })
const answer = (what: 'admission' | 'refusal') => async () => {
  await ask()
  await work()
  town.mails.length = 0
  expect((await ada.post(`/rooms/${room}/requests/${jonteId}/${what}`)).status).toBe(303)
}

test.each([
  ['asked, and nothing else', ask, nothing, [['ada', true]]],
  ['asked; the host was taken out', ask, takeOut('ada-lindmoser'), []],
  ['asked; whoever asked has left', ask, away, []],
  ['asked; the room was deleted', ask, gone, []],
  ['asked; the room was archived', ask, archived, []],
  ['let in, and nothing else', answer('admission'), nothing, [['jonte', true]]],
  ['let in; taken out again', answer('admission'), takeOut('jonte-pfalzgrafer'), []],
  ['let in; has left', answer('admission'), away, []],
  ['let in; the room was deleted', answer('admission'), gone, []],
  ['declined, and nothing else', answer('refusal'), nothing, [['jonte', false]]],
  ['declined; has left', answer('refusal'), away, []],
  ['declined; the room was deleted', answer('refusal'), gone, []],
  ['declined; the room is no longer listed', answer('refusal'), hidden, []],
] as const)('%s', async (_, act, then, mails) => {
  await act()
  await then()
  await work()
  expect(told()).toEqual(mails)
  await back()
})

test.each([
  ['and nothing else', nothing, [['beatriz', true]]],
  ['taken out again', takeOut('beatriz-ribeirinha-douro'), []],
  ['the room was deleted', gone, []],
] as const)('a room is passed on; %s', async (_, then, mails) => {
  // Those of other tests first.
  await mindHosts(town.database.system)
  await work()
  town.mails.length = 0
  await takeOut('ada-lindmoser')()
  await mindHosts(town.database.system)
  await then()
  await work()
  expect(told()).toEqual(mails)
})

test('the address in a mail is right at once', async () => {
  await answer('refusal')()
  await work()
  const path = /http:\/\/localhost(\/rooms\/\S+)/.exec(town.mails[0]?.text ?? '')?.[1] ?? ''
  expect((await jonte.get(path)).status).toBe(200)
})
