// Have a text translated: judged as whoever asks, sent outside of any transaction, kept for all who read the text.
import type { Lang } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { type Answer, TranslationFailure, type Translator } from '#platform/translation/translator.ts'
import { arrivalPath } from '../paths.ts'
import { mayLeave } from '../permissions.ts'
import { allPieces, glossaryOf, hashOf, type Kinds, type Ref, readSource, type Source } from '../source.ts'
import { getSetting, listTranslations } from '../store.ts'
import { claim, fill, noteFailure, reserve, unclaim } from '../store-keeping.ts'

export interface TranslatingParts {
  readonly asPerson: AsPerson
  /** Keeps what all readers share. */
  readonly system: Db
  readonly translator: Translator
  readonly kinds: Kinds
  readonly baseUrl: string
  readonly now: () => Date
  /** Stops who asks too often. */
  readonly count: () => void
}

export type TranslationRefusal = 'pair' | 'too-long' | 'used-up' | 'busy' | 'failed'

/** More than the longest practice: what nobody reads in one go is not paid for in one go. Characters. */
const longest = 120_000
/** A service that answers at once has failed by then; one that answers later is asked again. Milliseconds. */
const patience = { now: 120_000, later: 3_600_000 }

interface Judged {
  readonly source: Source
  readonly hash: string
  readonly monthly: number
  readonly known: boolean
}

/** Within reach, and of those texts that may leave; else a stop. */
const judge = ({ asPerson, kinds, translator }: TranslatingParts, ref: Ref, target: Lang): Promise<Judged> =>
  asPerson(async (db) => {
    const source = await readSource(db, kinds, ref, target)
    const setting = await getSetting(db)
    if (!mayLeave(source.audienceKind, setting.amber)) throw forbidden()
    const hash = hashOf(source.lang, source.texts)
    const { contribution, replyId } = source
    const into = { target, provider: translator.id }
    const kept = await listTranslations(db, contribution.id, replyId === null ? [] : [replyId], into)
    const known = kept.some((one) => one.replyId === replyId && one.hash === hash && one.pieces !== null)
    return { source, hash, monthly: setting.monthly, known }
  })

interface Sending {
  readonly id: number
  readonly token: string
  readonly characters: number
  readonly counted: Date
}

const reasonOf = (error: unknown) => (error instanceof TranslationFailure ? error.reason : 'unreached')

async function giveUp({ system, translator, now }: TranslatingParts, sending: Sending, error: unknown) {
  const reason = reasonOf(error)
  await unclaim(system, sending.id, sha256(sending.token))
  await noteFailure(system, { ...sending, provider: translator.id, reason }, now())
  return refused(reason === 'used-up' || reason === 'busy' ? reason : 'failed')
}

async function send(parts: TranslatingParts, source: Source, target: Lang, pieces: readonly string[], token: string) {
  const { translator, baseUrl } = parts
  const glossary = translator.takesGlossary ? glossaryOf(source.texts, source.lang, target) : []
  const arrival = `${baseUrl}${arrivalPath(token)}`
  return translator.translate({ pieces, from: source.lang, to: target, glossary, arrival })
}

const keep = async ({ system }: TranslatingParts, { id, token }: Sending, answer: Answer): Promise<unknown> =>
  answer === 'later' ? undefined : fill(system, id, sha256(token), answer)

/** Gives what was translated; whether it is there already, its page tells. */
export async function translateText(
  parts: TranslatingParts,
  ref: Ref,
  target: Lang,
): Promise<Outcome<Source, TranslationRefusal> & { readonly source: Source }> {
  const { system, translator, now } = parts
  const { source, hash, monthly, known } = await judge(parts, ref, target)
  const { lang, replyId, texts } = source
  const provider = translator.id
  if (known) return { ...done(source), source }
  const pieces = allPieces(texts)
  const characters = pieces.reduce((sum, { length }) => sum + length, 0)
  if (!translator.offers(lang, target) || pieces.length === 0) return { ...refused('pair'), source }
  if (characters > longest) return { ...refused('too-long'), source }
  parts.count()
  const [counted, token] = [now(), newToken()]
  const place = { contributionId: source.contribution.id, replyId, source: lang, target, provider, hash }
  const before = new Date(counted.getTime() - (translator.read === undefined ? patience.now : patience.later))
  const sent = { ...place, pieceCount: pieces.length, characters, tokenHash: sha256(token) }
  const id = await claim(system, sent, counted, before)
  if (id === undefined) return { ...done(source), source }
  const sending = { id, token, characters, counted }
  if (!(await reserve(system, { provider, characters, atMost: monthly }, counted))) {
    await unclaim(system, id, sha256(token))
    return { ...refused('used-up'), source }
  }
  try {
    await keep(parts, sending, await send(parts, source, target, pieces, token))
    return { ...done(source), source }
  } catch (error) {
    return { ...(await giveUp(parts, sending, error)), source }
  }
}
