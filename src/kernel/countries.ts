// Countries of municipalities that may enquire, or send guests: the members of the Council of Europe, by their codes (ISO 3166-1).
import { compareIn, countryName } from './locale.ts'

const codes =
  'AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA'.split(
    ' ',
  )

/** By their names in the reader's language. */
export const countryChoices = (lang: string): { value: string; label: string }[] =>
  codes
    .map((value) => ({ value, label: countryName(lang, value) }))
    .sort((one, other) => compareIn(lang)(one.label, other.label))
