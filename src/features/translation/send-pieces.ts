// What was claimed is sent, outside of any transaction: the answer is kept, or the claim and its cost are given back.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { sha256 } from '#platform/identity/token.ts'
import { TranslationFailure, type Translator } from '#platform/translation/translator.ts'
import { arrivalPath } from './paths.ts'
import { glossaryOf, type Source } from './source.ts'
import { fill, noteFailure, unclaim } from './store-keeping.ts'

export interface SendingParts {
  /** Keeps what all readers share. */
  readonly system: Db
  readonly translator: Translator
  readonly baseUrl: string
  readonly now: () => Date
}

export interface Sending {
  readonly id: number
  readonly token: string
  readonly characters: number
  readonly counted: Date
}

const reasonOf = (error: unknown) => (error instanceof TranslationFailure ? error.reason : 'unreached')

export async function giveUp({ system, translator, now }: SendingParts, sending: Sending, error: unknown) {
  const reason = reasonOf(error)
  await system.transaction().execute(async (db) => {
    const taken = await unclaim(db, sending.id, sha256(sending.token))
    // A service that answers later may have told of it by itself, which is noted already.
    if (taken || translator.read === undefined)
      await noteFailure(db, { ...sending, provider: translator.id, reason }, now())
  })
  return reason === 'used-up' || reason === 'busy' ? reason : 'failed'
}

/** Keeps the answer where the text still stands as it was claimed. */
export async function sendPieces(
  { system, translator, baseUrl }: SendingParts,
  { id, token }: Sending,
  { source, target, pieces }: { readonly source: Source; readonly target: Lang; readonly pieces: readonly string[] },
): Promise<void> {
  const glossary = translator.takesGlossary ? glossaryOf(source.texts, source.lang, target) : []
  const arrival = `${baseUrl}${arrivalPath(token)}`
  const answer = await translator.translate({ pieces, from: source.lang, to: target, glossary, arrival })
  if (answer !== 'later') await fill(system, id, sha256(token), answer)
}
