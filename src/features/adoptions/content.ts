// From what a form holds to what is kept, and back: title, summary, texts.
import { isLang } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { translator } from '#platform/i18n.ts'
import { plainText } from '#platform/text/markdown.ts'
import type { Adoption, AdoptionTexts } from './adoption.ts'
import type { AdoptionInput } from './inputs.ts'

export const textsOf = (input: AdoptionInput): AdoptionTexts => ({
  stage: input.stage,
  sinceYear: input.sinceYear,
  sinceMonth: input.sinceMonth,
  adapted: input.adapted,
  result: input.result,
  stoppedBecause: input.stoppedBecause,
  contactId: input.contactPerson,
  contact: input.contact,
})

const mostOfSummary = 280

/** Without words of its own it says who does it, in the language of the text; never what the practice is called. */
export function titleOf({ title, lang, adapted }: AdoptionInput, city: string) {
  const made = translator(isLang(lang) ? lang : 'en')('adoptions.made-title', { city })
  const plain = plainText(adapted).trim()
  const summary = plain.length <= mostOfSummary ? plain : `${plain.slice(0, mostOfSummary).replace(/\s+\S*$/, '')} …`
  return { title: title === '' ? made : title, summary, lang }
}

const shown = (value: number | null): string => (value === null ? '' : String(value))

/** The adoption as the form shows it: the reverse of inputs.ts. */
export const typedFrom = (adoption: Adoption): Typed => ({
  stage: adoption.stage,
  title: adoption.title,
  lang: adoption.lang,
  sinceYear: shown(adoption.sinceYear),
  sinceMonth: shown(adoption.sinceMonth),
  adapted: adoption.adapted,
  result: adoption.result,
  stoppedBecause: adoption.stoppedBecause,
  contactPerson: shown(adoption.contactId),
  contact: adoption.contact,
  audience: String(adoption.audienceId),
  revision: String(adoption.revision),
})
