// What a translation service is for the rest of the house: pieces of text in, as many pieces out, now or later.

/** A word of the vocabulary, in both languages. */
export interface Term {
  readonly from: string
  readonly to: string
}

export interface TranslationRequest {
  /** Escaped text with `<span id="1">…</span>` around what is marked; see `piecesOf`. */
  readonly pieces: readonly string[]
  /** ISO 639-1. */
  readonly from: string
  readonly to: string
  /** Of the concepts that occur in the text; none where the service takes none. */
  readonly glossary: readonly Term[]
  /** Where a service that answers later brings its answer; unguessable, good for this one. */
  readonly arrival: string
}

/** As many pieces as were sent, in their order; or it is brought to `arrival`. */
export type Answer = readonly string[] | 'later'

/** Why nothing came, in words that the messages know. */
export type FailureReason = 'unreached' | 'late' | 'refused' | 'used-up' | 'busy' | 'nonsense'

/** Its message names who and what, never a text or a key. */
export class TranslationFailure extends Error {
  override readonly name = 'TranslationFailure'
  readonly reason: FailureReason
  constructor(reason: FailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}

export const providerNames = {
  etranslation: 'eTranslation',
  deepl: 'DeepL',
  libretranslate: 'LibreTranslate',
  apertium: 'Apertium',
} as const
export type ProviderId = keyof typeof providerNames

/** One service, as each of its protocols makes it. */
export interface Provider {
  readonly id: ProviderId
  readonly takesGlossary: boolean
  /** `es-pt`, all that it can do. */
  readonly pairs: () => Promise<ReadonlySet<string>>
  readonly translate: (request: TranslationRequest) => Promise<Answer>
  /** What was brought to `arrival`, as pieces; only of a service that answers later. */
  readonly read?: (body: string, pieces: number) => readonly string[]
}

export interface Translator extends Omit<Provider, 'pairs'> {
  /** As readers see it: "DeepL". */
  readonly name: string
  /** The host that texts are sent to, unless it is this machine. */
  readonly sentTo: string | undefined
  /** Also where it could not be asked yet: then whoever tries is told. */
  readonly offers: (from: string, to: string) => boolean
}
