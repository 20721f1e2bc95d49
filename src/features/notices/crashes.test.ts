// One thing happens, many watch it, and the process that tells them is killed in each phase: everybody has one notice and one mail.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { databaseAccess } from '#platform/db/roles.ts'
import { openTown } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { openMailServer } from '../../../testing/mail-server.ts'
import { testSecret } from '../../../testing/template.ts'

const watchers = 400

/** Before or after any of its first statements of that kind; enough are left for those that follow. */
const somewhere = (words: string, most: number) => ({
  words,
  when: Math.random() < 0.5 ? 'before' : 'after',
  time: 1 + Math.floor(Math.random() * most),
})
const deaths = [
  // The notices and the facts of their mails: all or none.
  somewhere('insert into notice (', 1),
  somewhere('insert into "fact"', 1),
  // Each fact becomes a job.
  somewhere('insert into pgboss.job', 100),
  somewhere('update "fact" set "queued_at"', 2),
  // Each job writes a mail and says that it did, and is done.
  somewhere('insert into "notice"', 50),
  somewhere('insert into "mail"', 50),
  somewhere('update "notice" set "mailed_at"', 50),
  somewhere('set completed_on', 50),
  // And they are sent; every step of that is tried by the test of the outbox.
  somewhere('update mail set tries', 3),
  somewhere('update mail set sent_at', 40),
]

test('everybody who watches has one notice and one mail, wherever the process is killed', async () => {
  const town = await openTown('empty')
  const server = await openMailServer({})
  const { system: access } = databaseAccess(town.owner, testSecret)
  const order = { access, smtpUrl: server.url, secret: testSecret, dataDir: town.dataDir }
  await fill(
    town,
    `insert into organisation (slug, name, kind, country, active) values ('graz', 'Graz', 'municipality', 'AT', true);
     insert into person (slug, name, email, organisation_id, lang, role)
       select 'p' || n, 'P' || n, 'p' || n || '@city' || n % 50 || '.example', (select id from organisation where slug = 'graz'), 'de', 'colleague'
       from generate_series(0, ${watchers}) n;
     insert into subscription (person_id, kind, ref, created_at) select id, 'kind', 'practice', '2020-01-01' from person where slug like 'p%';
     insert into notice_rhythm (person_id, area, rhythm) select id, 'watched', 'at_once' from person where slug like 'p%';
     with made as (
       insert into contribution (kind, title, lang, author_id, steward_id, organisation_id, audience_id, state, published_at)
       select 'practice', 'Licht', 'de', id, id, organisation_id, 2, 'published', now() from person where slug = 'p0'
       returning id, author_id, organisation_id, audience_id)
     insert into fact (name, actor_id, organisation_id, contribution_id, audience_id)
       select 'audience.changed', author_id, organisation_id, id, audience_id from made`,
  )
  let hours = 0
  const run = async (death?: (typeof deaths)[number]): Promise<string | null> => {
    hours += 1
    const now = new Date(Date.UTC(2027, 0, 1, hours))
    const child = spawn(
      process.execPath,
      ['testing/crash/tell-watchers.ts', JSON.stringify({ ...order, now, death })],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const [, signal] = (await once(child, 'close')) as [number, string | null]
    // As pg-boss does two minutes later with what nobody finished.
    if (death !== undefined)
      await fill(town, `update pgboss.job set state = 'retry', start_after = now() where state = 'active'`)
    return signal
  }
  const survived = []
  for (const death of deaths) if ((await run(death)) !== 'SIGKILL') survived.push(death)
  expect(survived, JSON.stringify(deaths)).toEqual([])
  expect(await run()).toBeNull()
  await server.close()
  expect(await fill(town, `select count(*) from notice`)).toBe(watchers)
  expect(await fill(town, `select count(distinct person_id) from notice where mailed_at is not null`)).toBe(watchers)
  expect(
    await fill(town, `select count(*) from mail where sent_at is not null and name ~ 'notice-[0-9]+-[0-9]+'`),
  ).toBe(watchers)
  expect(await fill(town, `select count(distinct email) from mail`)).toBe(watchers)
  expect(await fill(town, `select count(*) from mail where sent_at is null`)).toBe(0)
  expect(await fill(town, `select count(*) from pgboss.job where name like 'notices.%' and state <> 'completed'`)).toBe(
    0,
  )
  const ids = server.arrived.map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(watchers)
  // SMTP leaves one step open: four mails are under way at each death.
  expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(deaths.length * 4)
}, 300_000)
