// What happens after a reply was given: whoever it concerns is told by mail. And after a file was attached: it gets its picture.
import type { Listener, Schedule } from '#platform/feature.ts'
import { announceCoAuthor } from './actions/announce-co-author.ts'
import { announceReply } from './actions/announce-reply.ts'
import { makePreviews } from './actions/make-previews.ts'
import { noteAnnouncements } from './store-announcements.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'discussion.ask-co-author',
    facts: ['co-author.named'],
    hear: (fact, parts) =>
      announceCoAuthor(parts, {
        contributionId: fact.contributionId ?? 0,
        personId: Number(fact.data.person),
        factId: fact.id,
      }),
  },
  {
    name: 'discussion.announce',
    facts: ['reply.given', 'reply.changed'],
    hear: ({ name, data, contributionId }, { system }) =>
      noteAnnouncements(system, Number(data.reply ?? 0), contributionId ?? 0, name === 'reply.changed'),
  },
  {
    name: 'discussion.send-reply',
    facts: ['reply.announced'],
    hear: (fact, parts) =>
      announceReply(parts, fact.id, { replyId: Number(fact.data.reply), personId: Number(fact.data.person) }),
  },
  {
    name: 'discussion.make-previews',
    facts: ['attachment.added'],
    hear: (fact, parts) => makePreviews(parts, fact.contributionId ?? 0),
  },
]

/** Files from before there were pictures, and what a job had no time for. */
export const schedules: readonly Schedule[] = [
  { name: 'discussion.missing-previews', cron: '*/10 * * * *', run: (parts) => makePreviews(parts) },
]
