// How a person can be reached, as far as they show it to this viewer.
import { languageName, type Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Section } from '#ui/page/page.tsx'
import type { PersonCard } from '../profile.ts'

export interface ReachProps {
  readonly t: Translate
  readonly person: PersonCard
  /** Undefined where its owner does not show it to this viewer. */
  readonly email: string | undefined
}

export const Reach = ({ t, person, email }: ReachProps) => (
  <Section title={t('people.reach')}>
    {email === undefined && person.phone === '' && <p>{t('people.reach-none')}</p>}
    <FactsList
      facts={[
        { term: t('people.email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
        {
          term: t('people.phone'),
          value: person.phone && <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>,
        },
        { term: t('people.languages'), value: person.languages.map((code) => languageName(t.lang, code)).join(', ') },
      ]}
    />
  </Section>
)
