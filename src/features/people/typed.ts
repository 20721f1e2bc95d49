// A profile as it stands in the form.
import type { Translate } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { type Consent, type Consents, type PersonCard, usualConsents } from './profile.ts'
import type { OwnForum } from './store-consent.ts'

/** Whom a part can be shown to, from nobody to everybody. */
export const consentChoices = (
  t: Translate,
  forums: readonly OwnForum[],
): readonly { readonly value: Consent; readonly label: string }[] => [
  { value: 'nobody', label: t('people.consent-nobody') },
  { value: 'organisation', label: t('people.consent-organisation') },
  ...forums.map(({ id, name }) => ({ value: `forum-${id}` as const, label: t('people.consent-forum', { name }) })),
  { value: 'network', label: t('people.consent-network') },
]

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
