// At the change-over: what a digest of saved searches had not told yet stands in the one digest, what it told does not, and an alert stays.
import { expect, test } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { nextDay, openReadersTown, wish } from '../digests/fixtures.ts'
import { publish, saveFor, workAll } from './fixtures.ts'
import { joinDigest } from './migrations/002-one-digest.ts'

test('nothing is lost at the change-over, and nothing said twice', async () => {
  const { town, ada, beatriz, beatrizId } = await openReadersTown()
  await wish(town, 'watched', 'never')
  await saveFor(beatriz, 'q=Wechselwort', 'weekly')
  await saveFor(beatriz, 'q=Sofortwechsel', 'at-once')
  const told = await publish(town, ada, { title: 'Wechselwort gesagt' })
  await publish(town, ada, { title: 'Wechselwort offen' })
  await publish(town, ada, { title: 'Sofortwechsel' }, 1)
  await fill(
    town,
    `alter table saved_alert add day date, add searches int[] not null default '{}', alter column contribution_id drop not null;
     alter table saved_search add digested_on date not null default current_date;
     update saved_match set told_at = now() where contribution_id = ${told};
     insert into saved_alert (person_id, day, sent_at) values (${beatrizId}, '2027-03-01', now()), (${beatrizId}, '2027-03-02', null);
     insert into fact (name, data) select 'alert.raised', jsonb_build_object('alert', id) from saved_alert where day = '2027-03-02'`,
  )
  await fill(town, joinDigest.sql)
  town.mails.length = 0
  await workAll(town)
  expect(town.mails.map(({ subject }) => subject)).toEqual(['New: Sofortwechsel'])
  for (const expected of [0, 0, 0, 0, 0, 1]) expect(await nextDay(town)).toBe(expected)
  expect(town.mails.at(-1)?.text).toContain('Wechselwort offen')
  expect(town.mails.at(-1)?.text).not.toContain('Wechselwort gesagt')
})
