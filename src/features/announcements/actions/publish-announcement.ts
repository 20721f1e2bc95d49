// Publish an announcement of this person for their office.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { findChoosable } from '#trunk/audiences.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { AnnouncementInput } from '../inputs.ts'
import { mayPublishAnnouncement } from '../permissions.ts'
import { insertAnnouncement } from '../store.ts'

/** Gives its id. */
export const publishAnnouncement = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { title, lang, audience, ...rest }: AnnouncementInput,
  now: Date,
): Promise<Outcome<number, 'audience-unknown'>> =>
  asPerson(async (db) => {
    if (!mayPublishAnnouncement(viewer)) throw forbidden()
    const wanted = await findChoosable(db, Number(audience), viewer.person.lang)
    // An office has no secrets to announce: its own house and named persons are no audience here.
    if (wanted === undefined || !['public', 'network', 'forum'].includes(wanted.kind))
      return refused('audience-unknown')
    const audienceId = wanted.id
    const id = await createContribution(db, viewer.person, {
      kind: 'announcement',
      title,
      summary: '',
      lang,
      audienceId,
    })
    await insertAnnouncement(db, id, rest)
    await publishContribution(db, id, now)
    await recordFact(db, { name: 'announcement.published', actor: viewer.person, contributionId: id, audienceId })
    return done(id)
  })
