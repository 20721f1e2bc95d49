// The noun: what a person tells about themselves, and how far each part may be seen.

const entryFields = [
  'function',
  'function-en',
  'language',
  'concept',
  'ask-me-about',
  'ask-concept',
  'phone',
  'email',
] as const
export type EntryField = (typeof entryFields)[number]

/** What the owner decides about: function and its English name go together. */
export const consentFields = ['function', 'languages', 'concepts', 'askMeAbout', 'phone', 'email'] as const
export type ConsentField = (typeof consentFields)[number]
/** Whom one shows a part to; a forum by the number of its audience. */
export type Consent = 'network' | `forum-${number}` | 'organisation' | 'nobody'

export interface ProfileTexts {
  /** In which language the function and `askMeAbout` are written. */
  readonly textLang: string
  /** As it is called at home: "Referentin für kommunale Prävention". */
  readonly functionTitle: string
  readonly functionEn: string
  readonly languages: readonly string[]
  /** Slugs of the thesaurus. */
  readonly concepts: readonly string[]
  readonly askMeAbout: string
  readonly phone: string
}

/** A person as this viewer may know them: what is not for them is empty. */
export interface PersonCard extends ProfileTexts {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  /** The language in which the person reads this site. */
  readonly lang: string
  readonly invented: boolean
}

export type Consents = Readonly<Record<ConsentField, Consent>>
/** The days on which they were given as they stand, `YYYY-MM-DD`; null: before days were kept. */
export type ConsentDays = Readonly<Partial<Record<ConsentField, string | null>>>

/** What is expected of a colleague in a network: that one can be asked. Numbers and addresses are a gift. */
export const usualConsents: Consents = {
  function: 'network',
  languages: 'network',
  concepts: 'network',
  askMeAbout: 'network',
  phone: 'nobody',
  email: 'nobody',
}

const consentOf: Record<EntryField, ConsentField> = {
  function: 'function',
  'function-en': 'function',
  language: 'languages',
  concept: 'concepts',
  'ask-me-about': 'askMeAbout',
  'ask-concept': 'askMeAbout',
  phone: 'phone',
  email: 'email',
}
export const consentFor = (field: EntryField): ConsentField => consentOf[field]

/** What a consent is kept under: the entry that it is about. */
export const keptAs: Readonly<Record<ConsentField, Exclude<EntryField, 'function-en' | 'ask-concept'>>> = {
  function: 'function',
  languages: 'language',
  concepts: 'concept',
  askMeAbout: 'ask-me-about',
  phone: 'phone',
  email: 'email',
}

export interface Entry {
  readonly field: EntryField
  readonly value: string
  readonly lang: string | null
}

/**
 * The rows that make up a profile; the address stays where it is, its row says only who may ask for it. `askConcepts`: what the
 * words of "ask me about" are about.
 */
export function entriesOf(texts: ProfileTexts, askConcepts: readonly string[] = []): Entry[] {
  const plain = (field: EntryField, value: string, lang: string | null = null): Entry => ({ field, value, lang })
  return [
    plain('function', texts.functionTitle, texts.textLang),
    plain('function-en', texts.functionEn, 'en'),
    ...texts.languages.map((value) => plain('language', value)),
    ...texts.concepts.map((value) => plain('concept', value)),
    plain('ask-me-about', texts.askMeAbout, texts.textLang),
    ...askConcepts.map((value) => plain('ask-concept', value)),
    plain('phone', texts.phone),
    plain('email', ''),
  ].filter(({ field, value }) => field === 'email' || value !== '')
}

/** From rows back to texts; what is not among the rows is empty. */
export function textsOf(entries: readonly Entry[], fallbackLang: string): ProfileTexts {
  const all = (field: EntryField): string[] =>
    entries.filter((entry) => entry.field === field).map(({ value }) => value)
  const first = (field: EntryField): string => all(field)[0] ?? ''
  const text = entries.find(({ field }) => field === 'function' || field === 'ask-me-about')
  return {
    textLang: text?.lang ?? fallbackLang,
    functionTitle: first('function'),
    functionEn: first('function-en'),
    languages: all('language'),
    concepts: all('concept'),
    askMeAbout: first('ask-me-about'),
    phone: first('phone'),
  }
}

/** The function in words the reader is likelier to understand: as it is called at home, else the English one. */
export function functionFor(
  card: Pick<ProfileTexts, 'functionTitle' | 'functionEn' | 'textLang'>,
  lang: string,
): { readonly text: string; readonly lang: string } {
  const home = { text: card.functionTitle, lang: card.textLang }
  const english = { text: card.functionEn, lang: 'en' }
  if (card.textLang === lang) return home.text === '' ? english : home
  return english.text === '' ? home : english
}
