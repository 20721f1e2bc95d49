// Loads the demonstration's announcements: invented, and marked as such in every text.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { networkAudience, publicAudience } from '#kernel/audience.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { findInventedContribution, getInventedPerson, insertInventedContribution } from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Topic } from './announcement.ts'
import { findForumAudience, insertAnnouncement } from './store.ts'

interface Entry {
  readonly author: string
  /** `public`, `network`, or the slug of a forum. */
  readonly audience: string
  readonly topic: Topic
  readonly language: string
  readonly title: string
  readonly text: string
  readonly endsOn: string | null
  readonly created: string
}

const fixed: Readonly<Record<string, number>> = { public: publicAudience, network: networkAudience }

/** Runs as the system; a second time changes nothing: what is there by its title stays. */
export const loadAnnouncements: LoadDemonstration = async ({ system, folder }) => {
  const entries: readonly Entry[] = JSON.parse(await readFile(join(folder, 'announcements.json'), 'utf8'))
  await system.transaction().execute(async (db) => {
    for (const { title, topic, text, endsOn, ...entry } of entries) {
      if ((await findInventedContribution(db, 'announcement', title)) !== undefined) continue
      const author = await getInventedPerson(db, entry.author)
      const audienceId = fixed[entry.audience] ?? (await findForumAudience(db, entry.audience))
      const at = new Date(entry.created)
      const words = { kind: 'announcement', title, summary: '', lang: entry.language }
      const id = await insertInventedContribution(db, { ...words, author, audienceId, at })
      await insertAnnouncement(db, id, { topic, text, endsOn })
      await recordFact(db, { name: 'announcement.published', actor: author, contributionId: id, audienceId, at })
    }
  })
}
