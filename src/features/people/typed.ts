// A profile as it stands in the form.
import type { Typed } from '#kernel/outcome.ts'
import { type Consents, type PersonCard, usualConsents } from './profile.ts'

export function typedFrom(card: PersonCard, chosen: Partial<Consents>): Typed {
  const consents = { ...usualConsents, ...chosen }
  return {
    name: card.name,
    textLang: card.textLang,
    functionTitle: card.functionTitle,
    functionEn: card.functionEn,
    languages: card.languages,
    concepts: card.concepts,
    askMeAbout: card.askMeAbout,
    phone: card.phone,
    consentFunction: consents.function,
    consentLanguages: consents.languages,
    consentConcepts: consents.concepts,
    consentAskMeAbout: consents.askMeAbout,
    consentPhone: consents.phone,
    consentEmail: consents.email,
  }
}
