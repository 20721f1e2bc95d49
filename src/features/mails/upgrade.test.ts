// From the outbox as it was first, with what lay in it, to the one that judges: nothing is lost, and what was owed is owed.
import pg from 'pg'
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { judgeWhenItLeaves } from './migrations/002-judge-when-it-leaves.ts'

test('what lay in the outbox before lies in it afterwards, and leaves', async () => {
  const town = await openTown('empty')
  const owner = new pg.Client(town.owner)
  await owner.connect()
  try {
    const before = `alter table mail drop column person_id cascade, drop column contribution_id cascade, drop column reply_id cascade, drop column audience_id cascade;
      drop function app.mail_may_go(int, int, int, int);
      insert into mail (name, email, place, message) values
        ('notice-1', 'kalina@gdansk.example', 1, 'x'), ('room-invitation-1', 'zita@linz.example', 1, 'y')`
    await owner.query(before)
    await owner.query(judgeWhenItLeaves.sql)
    const { rows } = await owner.query(
      `select name, message::text, person_id, contribution_id, reply_id, audience_id, app.mail_may_go(person_id, contribution_id, reply_id, audience_id) as goes
        from mail order by name`,
    )
    const none = { person_id: null, contribution_id: null, reply_id: null, audience_id: null, goes: true }
    expect(rows).toEqual([
      { name: 'notice-1', message: '\\x78', ...none },
      { name: 'room-invitation-1', message: '\\x79', ...none },
    ])
    const broken = `insert into mail (name, email, contribution_id) values ('of-nobody', 'a@b.example', 1)`
    await expect(owner.query(broken)).rejects.toThrow('check constraint')
  } finally {
    await owner.end()
  }
})
