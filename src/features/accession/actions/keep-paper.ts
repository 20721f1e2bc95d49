// Keep the city's own words of the council paper. What equals ours, or was emptied, is not kept: it goes on following our words.
import type { Lang } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Accession } from '../accession.ts'
import { type ParagraphKey, paragraphKeys } from '../paper.ts'
import { mayWritePaper } from '../permissions.ts'
import { getAccession } from '../store.ts'
import { keepDraft } from '../store-paper.ts'
import type { OnFile } from './take-step.ts'

export interface PaperDraft {
  readonly lang: Lang
  readonly written: Readonly<Record<ParagraphKey, string>>
  readonly revision: number
  readonly now: Date
}

export const keepPaper = (
  onFile: OnFile,
  viewer: Viewer,
  { lang, written, revision, now }: PaperDraft,
  usual: (file: Accession, key: ParagraphKey) => string,
): Promise<Outcome<void, 'changed-meanwhile'>> =>
  onFile(async (db, id) => {
    const file = await getAccession(db, id)
    if (!mayWritePaper(viewer, file)) throw forbidden()
    const own = paragraphKeys.filter((key) => written[key] !== '' && written[key] !== usual(file, key))
    const paragraphs = Object.fromEntries(own.map((key) => [key, written[key]]))
    if (!(await keepDraft(db, id, lang, { paragraphs, revision }, now))) return refused('changed-meanwhile')
    const actor = viewer.person === undefined ? {} : { actor: viewer.person }
    await recordFact(db, { ...actor, name: 'council-paper.changed', data: { accession: id, lang } })
    return done(undefined)
  })
