// A profile as it stands in the form.
import { languageName, type Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { type Consent, type Consents, type PersonCard, usualConsents } from './profile.ts'
import type { OwnForum } from './store-consent.ts'
import type { ProfileField, ProfileValues } from './two-windows.ts'

/** Whom a part can be shown to, from nobody to everybody. */
export const consentsFor = (forums: readonly OwnForum[]): Consent[] => [
  'nobody',
  'organisation',
  ...forums.map(({ id }) => `forum-${id}` as const),
  'network',
]

/** The same, in the reader's words. */
export const consentChoices = (
  t: Translate,
  forums: readonly OwnForum[],
): readonly { readonly value: Consent; readonly label: string }[] => [
  { value: 'nobody', label: t('people.consent-nobody') },
  { value: 'organisation', label: t('people.consent-organisation') },
  ...forums.map(({ id, name }) => ({ value: `forum-${id}` as const, label: t('people.consent-forum', { name }) })),
  { value: 'network', label: t('people.consent-network') },
]

export function typedFrom(card: PersonCard, chosen: Partial<Consents>): ProfileValues {
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

/** What the other window made of each field on which the two are not agreed. */
export function conflictIssues(
  t: Translate,
  conflicts: readonly ProfileField[],
  now: ProfileValues,
  choices: ReturnType<typeof consentChoices>,
): Issue[] {
  const wordsOf = (field: ProfileField): string =>
    field.startsWith('consent')
      ? (choices.find(({ value }) => value === now[field])?.label ?? '')
      : field === 'textLang'
        ? languageName(t.lang, now.textLang)
        : [now[field]].flat().join(', ')
  return conflicts.map((field) => ({
    field,
    message: 'people.issue-changed-meanwhile',
    values: { now: wordsOf(field) || '–' },
  }))
}
