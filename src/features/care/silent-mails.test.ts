// Every mail about a contribution stays unsent to whoever muted it: each is let go out once, and once with everything muted. Which
// files send mails is read from the sources, so that a new one must say where it asks, or why it goes out all the same.
import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { adopt, publishPractice } from '../adoptions/fixtures.ts'
import { answerTo, writeTo } from '../messages/fixtures.ts'
import { ask as askPoll } from '../polls/fixtures.ts'
import { noteReminders } from '../polls/store-reminders.ts'
import { takeRound } from '../practices/store-currency.ts'
import { askAs } from '../routing/fixtures.ts'
import { publish, saveFor } from '../saved/fixtures.ts'
import { offerBy, wishFor } from '../visits/fixtures.ts'
import { acceptWord, proposeWord } from '../vocabulary/fixtures.ts'
import { ask } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  irena = await town.as('irena-halvorsdottir-blau')
})

const day = 86_400_000
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const settled = async <Value>(value: Promise<Value>): Promise<Value> => {
  const given = await value
  await work()
  town.mails.length = 0
  return given
}
const muteAll = () =>
  fill(
    town,
    `insert into mute (person_id, contribution_id) select p.id, c.id from person p cross join contribution c on conflict do nothing`,
  )

let proposed = 0
interface Mailing {
  /** What brings the mail about; jobs have not run yet when it is done. */
  readonly act: () => Promise<unknown>
  /** What a schedule does then, before the mails go out. */
  readonly round?: () => Promise<unknown>
}
const mailings: Readonly<Record<string, Mailing>> = {
  'an answer below what one asked, or a call there': {
    act: async () => {
      const question = await settled(ask(town, 'Loud question', '2', 'ada-lindmoser'))
      await beatriz.post(`/contributions/${question}/replies`, { text: 'And you, @Assia Verdonnel?', lang: 'en' })
    },
  },
  'being asked to write together': {
    act: async () => {
      const practice = await settled(publishPractice(ada))
      await ada.post(`/contributions/${practice}/co-authors`, { name: 'Beatriz Ribeirinha Douro' })
    },
  },
  'a city that takes over a practice': {
    act: async () => adopt(ada, await settled(publishPractice(beatriz))),
  },
  'an answer that went into a practice': {
    act: async () => {
      const question = await ask(town, 'Gathered', '2', 'ada-lindmoser')
      const practice = await settled(publishPractice(ada))
      await fill(
        town,
        `with r as (insert into reply (contribution_id, author_id, organisation_id, lang, text)
           select ${question}, id, organisation_id, 'en', 'Two people.' from person where slug = 'beatriz-ribeirinha-douro' returning id)
         insert into gathered_reply (practice_id, reply_id) select ${practice}, id from r returning reply_id`,
      )
      await fill(
        town,
        `insert into fact (name, contribution_id, audience_id) values ('practice.published', ${practice}, 1) returning id`,
      )
    },
  },
  'whether a practice still holds': {
    act: () => settled(publishPractice(ada)),
    round: () => takeRound(town.database.system, new Date(Date.now() + 366 * day), 365),
  },
  'a decision about a word': {
    act: async () => {
      // What was accepted once cannot be proposed again.
      const label = { label: `Laternenzauber${proposed++ === 0 ? '' : 'ei'}` }
      await acceptWord(irena, await settled(proposeWord(ada, label)), label)
    },
  },
  'a step on the way to a visit': {
    act: async () => wishFor(beatriz, await settled(offerBy(ada))),
  },
  'something new for a saved search': {
    act: async () => {
      await settled(saveFor(beatriz, 'q=Schweigeholz', 'at-once'))
      await publish(town, ada, { title: 'Schweigeholz' }, 0)
    },
  },
  'a question that is carried to somebody': {
    act: () => askAs(town, 'jonte-pfalzgrafer'),
  },
  'a poll that a city has not answered': {
    act: () => settled(askPoll(town, ada, { title: 'Silent poll' })),
    round: () => noteReminders(town.database.system, new Date(town.now.getTime() + 18 * day)),
  },
  'a message, and a word below it': {
    act: async () => answerTo(beatriz, await writeTo(beatriz, 'ada-lindmoser'), 'One more word.'),
  },
}

describe.each(Object.entries(mailings))('%s', (_, { act, round }) => {
  test('is told by mail', async () => {
    await settled(work())
    await act()
    await round?.()
    await work()
    expect(town.mails.length).toBeGreaterThan(0)
    // However long it waits in the outbox: it is judged once more when it leaves.
    expect(town.mails.filter(({ about }) => about?.contributionId === undefined)).toEqual([])
  })

  test('is told to nobody who muted it', async () => {
    await settled(work())
    await act()
    await muteAll()
    await round?.()
    await work()
    expect(town.mails.map(({ to, subject }) => [to, subject])).toEqual([])
    await fill(town, 'delete from mute')
  })
})

test('of a message to somebody who blocks its writer no mail goes out, however late the block came', async () => {
  await settled(work())
  const path = await writeTo(beatriz, 'ada-lindmoser', { title: 'Just before' })
  await answerTo(beatriz, path, 'And one more.')
  await ada.post('/messages/blocks', { whom: 'beatriz-ribeirinha-douro' })
  await work()
  expect(town.mails).toEqual([])
  await ada.post('/messages/blocks/end', { whom: 'beatriz-ribeirinha-douro' })
})

/** Where each asks, in the store that names its readers. */
const asking: Readonly<Record<string, string>> = {
  'adoptions/actions/announce-adoption.ts': 'adoptions/store-announcements.ts',
  'digests/actions/send-copy.ts': 'digests/store-told.ts',
  'digests/actions/send-digests.ts': 'digests/store-told.ts',
  'discussion/actions/announce-co-author.ts': 'discussion/store-announcements.ts',
  'discussion/actions/announce-reply.ts': 'discussion/store-announcements.ts',
  'gathering/actions/announce-gathered.ts': 'gathering/store.ts',
  'messages/actions/tell-reader.ts': 'messages/store-blocks.ts',
  'notices/actions/tell.ts': 'notices/store-letters.ts',
  'polls/actions/send-reminder.ts': 'polls/store-reminders.ts',
  'practices/actions/ask-still-true.ts': 'practices/store-currency.ts',
  'routing/actions/send-asking.ts': 'routing/store-letters.ts',
  'saved/actions/send-alert.ts': 'saved/store-alerts.ts',
  'visits/actions/tell-step.ts': 'visits/store-mails.ts',
  'vocabulary/actions/announce-decision.ts': 'vocabulary/store-announcements.ts',
}
/** Not about a contribution, or owed to somebody whatever they muted. */
const owed = [
  // Words of one's own that were hidden, and what one has to decide about: the way to a second look.
  'care/jobs.ts',
  // That an office looked behind a veil: the asker learns of each look.
  'veils/actions/send-look.ts',
  // An office is told that what it registered has stopped.
  'webhooks/jobs.ts',
  // Why a mail of one's own was not taken: an answer to whoever wrote it.
  'incoming/actions/answer-refused.ts',
  // About persons, their addresses, rooms, membership and money.
  ...['accession/actions/send-address.ts', 'accession/actions/send-refusal.ts', 'accession/actions/send-welcome.ts'],
  ...['accounts/actions/ask-for-link.ts', 'accounts/actions/invite-person.ts', 'accounts/actions/tell-heir.ts'],
  ...['experts/actions/send-asking.ts', 'invoices/actions/send-invoice.ts', 'memberships/actions/send-news.ts'],
  'mails/actions/ask-confirmation.ts',
  ...['payments/actions/send-reminder.ts', 'privacy/actions/send-erasure-mail.ts', 'rooms/write-mail.ts'],
]
/** By itself, or by the one way of notices. */
const sends = /(?<![.\w])(?:parts\.)?mail\(|import \{[^}]*\btell\b[^}]*\} from '[./]*notices\/public/
test('every file that sends a mail asks whether it is muted, or is known to owe it', () => {
  const root = 'src/features/'
  const sending = globSync(`${root}*/**/*.{ts,tsx}`)
    .filter((path) => !/\.(?:test|journey)\.tsx?$/.test(path))
    .filter((path) => sends.test(readFileSync(path, 'utf8')))
    .map((path) => path.slice(root.length))
  expect(sending.sort()).toEqual([...Object.keys(asking), ...owed].sort())
  const silent = Object.values(asking).filter(
    (path) => !/\bis(?:Told|Heard)\(/.test(readFileSync(`${root}${path}`, 'utf8')),
  )
  expect(silent).toEqual([])
})
