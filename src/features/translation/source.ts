// What is translated at once: a contribution with all its texts, or one reply; read as whoever asks, so that it reaches them.
import { createHash } from 'node:crypto'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { ContributionKind } from '#platform/feature.ts'
import { piecesOf } from '#platform/text/translatable.ts'
import type { KindText } from '#platform/text-parts.ts'
import type { Term } from '#platform/translation/translator.ts'
import { conceptsInText } from '#thesaurus/tagger.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { findSpokenReply } from '../discussion/public.tsx'

/** What somebody wants translated. */
export type Ref = { readonly contributionId: number } | { readonly replyId: number }

export interface Source {
  readonly contribution: Contribution
  /** With its text as the database has it. */
  readonly reply: { readonly id: number; readonly written: string } | null
  readonly lang: string
  readonly audienceKind: AudienceKind
  readonly texts: readonly KindText[]
}

export type Kinds = ReadonlyMap<string, ContributionKind>

/** Its title, and what its kind says beside it; undefined where the kind has nothing that is translated. */
export async function listTexts(db: Db, kinds: Kinds, thing: Contribution): Promise<readonly KindText[] | undefined> {
  const texts = await kinds.get(thing.kind)?.texts?.(db, thing.id)
  return texts && [{ text: thing.title, plain: true }, ...texts.filter(({ text }) => text.trim() !== '')]
}

async function readContribution(db: Db, kinds: Kinds, id: number, lang: Lang): Promise<Source> {
  const contribution = await findAnyContribution(db, id, lang)
  if (contribution?.state !== 'published') throw notFound()
  const texts = await listTexts(db, kinds, contribution)
  if (texts === undefined) throw notFound()
  return { contribution, reply: null, lang: contribution.lang, audienceKind: contribution.audienceKind, texts }
}

async function readReply(db: Db, id: number, lang: Lang): Promise<Source> {
  const reply = await findSpokenReply(db, id, lang)
  const contribution = reply && (await findAnyContribution(db, reply.contributionId, lang))
  if (contribution?.state !== 'published' || reply === undefined) throw notFound()
  const { audienceKind } = contribution
  return {
    contribution,
    reply: { id, written: reply.written },
    lang: reply.lang,
    audienceKind,
    texts: [{ text: reply.text }],
  }
}

/** Within the viewer's reach and published, or a stop. */
export const readSource = (db: Db, kinds: Kinds, ref: Ref, lang: Lang): Promise<Source> =>
  'replyId' in ref ? readReply(db, ref.replyId, lang) : readContribution(db, kinds, ref.contributionId, lang)

/** The same for the same words in the same language, and for no others. */
export const wordingOf = (lang: string, texts: readonly KindText[]): string =>
  createHash('sha256')
    .update(JSON.stringify([lang, texts.map(({ text, plain = false }) => [text, plain])]))
    .digest('hex')

/** What is sent of all texts, one after the other. */
export const allPieces = (texts: readonly KindText[]): string[] => texts.flatMap(piecesOf)

/** The concepts that occur, as the vocabulary calls them in both languages. */
export const glossaryOf = (texts: readonly KindText[], from: string, to: string): Term[] =>
  conceptsInText(texts.map(({ text }) => text).join('\n'), from)
    .map((slug) => ({ from: conceptLabel(slug, from), to: conceptLabel(slug, to), slug }))
    .filter((term) => term.from !== term.slug && term.to !== term.slug && term.from !== term.to)
    .map((term) => ({ from: term.from, to: term.to }))
