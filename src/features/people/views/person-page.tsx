// One person as the voice of a city: what they may be asked, how they are reached, what they shared.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonRow } from '#ui/button/button.tsx'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import { type Absence, AbsenceNote } from '../../absences/public.ts'
import { memberPath } from '../../members/public.ts'
import { directoryPath } from '../paths.ts'
import { functionFor, type PersonCard } from '../profile.ts'
import { Reach } from './reach.tsx'

export interface SharedByPerson {
  readonly kind: string
  readonly title: string
  readonly href: string
  readonly summary: string
  readonly lang: string
  readonly when: string | undefined
}
export interface PersonPageProps {
  readonly t: Translate
  readonly person: PersonCard
  /** Undefined where its owner does not show it to this viewer. */
  readonly email: string | undefined
  /** While they are away. */
  readonly absence: Absence | undefined
  readonly shared: readonly SharedByPerson[]
  /** Beside the name: what other features hand to it; on one's own page the way to change it. */
  readonly parts: Child[]
}

const SharedList = ({ t, shared }: PersonPageProps) => (
  <Section title={t('people.shared')}>
    {shared.length === 0 ? (
      <EmptyState icon="book-open" title={t('people.shared-nothing')} />
    ) : (
      <ItemList items={shared.map((item) => <ItemCard t={t} headingLevel={3} {...item} meta={[item.when]} />)} />
    )}
  </Section>
)

const Body = (props: PersonPageProps) => {
  const { t, person, absence } = props
  return (
    <PageBody aside={<Reach {...props} />}>
      {absence !== undefined && <AbsenceNote t={t} absence={absence} />}
      {person.invented && (
        <Notice>
          <p>{t('people.invented')}</p>
        </Notice>
      )}
      {person.askMeAbout !== '' && (
        <Section title={t('people.ask-me-about')}>
          <PlainText text={person.askMeAbout} lang={person.textLang} />
        </Section>
      )}
      {person.concepts.length > 0 && (
        <Section title={t('people.concepts')}>
          <ConceptTags
            t={t}
            concepts={person.concepts.map((slug) => ({
              label: conceptLabel(slug, t.lang),
              href: directoryPath({ concept: slug }),
            }))}
          />
        </Section>
      )}
      <SharedList {...props} />
    </PageBody>
  )
}

export const PersonPage = (props: PersonPageProps) => {
  const { t, person, parts } = props
  const title = functionFor(person, t.lang)
  return (
    <>
      <PageTitle
        t={t}
        title={person.name}
        lead={title.text === '' ? undefined : <span lang={title.lang}>{title.text}</span>}
        facts={
          <CityBadge
            t={t}
            name={person.organisationName}
            href={memberPath(person.organisationSlug)}
            country={person.country}
          />
        }
        action={<ButtonRow>{parts}</ButtonRow>}
      />
      <Body {...props} />
    </>
  )
}
