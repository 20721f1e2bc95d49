// Have a text translated: judged as whoever asks, sent outside of any transaction, kept for all who read the text.
import type { Lang } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { judgeWish } from '../judge-wish.ts'
import { waitedSince } from '../patience.ts'
import { giveUp, type Sending, type SendingParts, sendPieces } from '../send-pieces.ts'
import { allPieces, type Kinds, type Ref, type Source } from '../source.ts'
import { claim, reserve, unclaim } from '../store-keeping.ts'

export interface TranslatingParts extends SendingParts {
  readonly asPerson: AsPerson
  readonly kinds: Kinds
  /** Stops who asks too often. */
  readonly count: () => void
}

export type TranslationRefusal = 'pair' | 'too-long' | 'used-up' | 'busy' | 'failed'
/** Also of a wish that was refused: its page says why. */
type Wished = Outcome<null, TranslationRefusal> & { readonly source: Source }

/** More than the longest practice: what nobody reads in one go is not paid for in one go. Characters. */
const longest = 120_000

/** Takes the place of the translation, and its share of the month; undefined: it is there, or on its way. */
async function begin(
  { system, translator, now }: TranslatingParts,
  { source, wording, monthly, target }: { source: Source; wording: string; monthly: number; target: Lang },
  pieces: readonly string[],
): Promise<Sending | 'used-up' | undefined> {
  const [counted, token, provider] = [now(), newToken(), translator.id]
  const characters = pieces.reduce((sum, { length }) => sum + length, 0)
  const { id: contributionId, revision, audienceId } = source.contribution
  const place = { contributionId, revision, audienceId, reply: source.reply, source: source.lang, target }
  const claimed = { ...place, provider, wording, pieceCount: pieces.length, characters, tokenHash: sha256(token) }
  const id = await claim(system, claimed, counted, waitedSince(translator, counted))
  if (id === undefined) return undefined
  if (await reserve(system, { provider, characters, atMost: monthly }, counted))
    return { id, token, characters, counted }
  await unclaim(system, id, sha256(token))
  return 'used-up'
}

/** Whether it is there already, or comes later, the page of its text tells. */
export async function translateText(parts: TranslatingParts, ref: Ref, target: Lang): Promise<Wished> {
  const judged = await judgeWish(parts, ref, target)
  const { source } = judged
  const refuse = (why: TranslationRefusal): Wished => ({ ...refused(why), source })
  const finished: Wished = { ...done(null), source }
  if (judged.known) return finished
  const pieces = allPieces(source.texts)
  if (!parts.translator.offers(source.lang, target) || pieces.length === 0) return refuse('pair')
  if (pieces.join('').length > longest) return refuse('too-long')
  parts.count()
  const sending = await begin(parts, { ...judged, target }, pieces)
  if (sending === undefined) return finished
  if (sending === 'used-up') return refuse(sending)
  try {
    await sendPieces(parts, sending, { source, target, pieces })
    return finished
  } catch (error) {
    return refuse(await giveUp(parts, sending, error))
  }
}
