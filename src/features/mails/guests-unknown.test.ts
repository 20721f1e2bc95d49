// Guests of a room, and whom its host asks to become one, are known to the room alone: no office learns of them from mails that fail.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { openDoor } from '../../../testing/policies/as-person.ts'
import { pauseAddress } from '../../platform/mail/pauses.ts'

const [guest, gone, invited, enquirer, both] = ['guest', 'gone', 'invited', 'enquirer', 'both'].map(
  (name) => `${name}@linz.example`,
)

test('the network’s office learns of other addresses outside, of guests and of whom a room invites nothing', async () => {
  const town = await openTown()
  await fill(
    town,
    `insert into organisation (slug, name, kind, country) values ('guest-x', 'Town of Linz', 'guest', 'AT');
     insert into person (slug, name, email, role, organisation_id, lang, guest, left_at) select v.slug, 'Zita', v.email, 'colleague', o.id, 'de', true, v.at::timestamptz
       from organisation o, (values ('zita-a', '${guest}', null), ('zita-b', '${gone}', now())) as v (slug, email, at) where o.slug = 'guest-x';
     delete from mail; delete from paused_address`,
  )
  const failed = (name: string, email: string | undefined) =>
    fill(
      town,
      `insert into mail (name, email, message, failed_at, answer) values ('${name}', '${email}', 'x', now(), '550') returning id`,
    )
  const ids = [
    await failed('notice-1', guest),
    await failed('notice-2', gone),
    await failed('room-invitation-1', invited),
    await failed('room-invitation-2', both),
  ]
  await failed('accession-1', enquirer)
  await failed('accession-2', both)
  for (const email of [guest, gone, invited, enquirer, both])
    await pauseAddress(town.database.system, email ?? '', 'Unknown', town.now)
  for (const [index, email] of [invited, both].entries())
    await fill(town, `insert into mail (name, email, message) values ('room-invitation-3${index}', '${email}', 'x')`)
  const door = await openDoor(town)
  await door.as(await town.personId('irena-halvorsdottir-blau'), async (client) => {
    const said = async (sql: string) => (await client.query(sql)).rows
    expect(await said('select name, email from app.mails_failed() order by email')).toEqual([
      { name: null, email: both },
      { name: null, email: enquirer },
    ])
    expect(await said('select name, email from app.addresses_paused() order by email')).toEqual([
      { name: null, email: both },
      { name: null, email: enquirer },
    ])
    expect(await said('select waiting, held from app.mails_waiting()')).toEqual([{ waiting: 0, held: 0 }])
    for (const id of ids)
      expect(await said(`select app.send_mail_again(${id}, now()) as done`), String(id)).toEqual([{ done: false }])
  })
  await door.close()
})
