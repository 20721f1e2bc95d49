// One city or region: what is known of it, from where, what it shares, and who is like it.
import type { Child } from 'hono/jsx'
import { countryName, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import type { Alike } from '../alike.ts'
import { type Forum, type MemberInFull, memberName } from '../member.ts'
import { personPath, practicesAboutPath } from '../paths.ts'
import { AlikeList } from './alike-list.tsx'
import { MemberFacts } from './member-facts.tsx'
import { MembersMap } from './members-map.tsx'
import { MembershipNote } from './membership-note.tsx'

export interface Shared {
  readonly kindLabel: string | undefined
  readonly title: string
  readonly href: string
  readonly summary: string
  readonly lang: string
  readonly when: string | undefined
}

export interface MemberPageProps {
  readonly t: Translate
  readonly member: MemberInFull
  readonly forums: readonly Forum[]
  readonly shared: readonly Shared[]
  /** Undefined for visitors: they see no persons, not even that there are some. */
  readonly persons: readonly { readonly slug: string; readonly name: string; readonly invented: boolean }[] | undefined
  readonly alike: readonly Alike[]
  /** What other features hand to this page. */
  readonly parts: readonly Child[]
  readonly demonstration: boolean
}

const SharedList = ({ t, shared }: MemberPageProps) =>
  shared.length === 0 ? (
    <EmptyState icon="book-open" title={t('members.shares-nothing')} text={t('members.shares-nothing-text')} />
  ) : (
    <ItemList
      items={shared.map((item) => (
        <ItemCard t={t} headingLevel={3} {...item} kind={item.kindLabel} meta={[item.when]} />
      ))}
    />
  )

const Persons = ({ t, persons }: MemberPageProps): Child =>
  persons === undefined || persons.length === 0 ? null : (
    <Section title={t('members.persons')}>
      {persons.map((person) => (
        <PersonLine
          name={person.name}
          href={personPath(person.slug)}
          note={person.invented ? t('members.invented-person') : undefined}
        />
      ))}
    </Section>
  )

const kindOf = ({ kind, active }: MemberInFull): string =>
  `members.kind-${active && !['office', 'partner', 'guest'].includes(kind) ? 'member-' : ''}${kind}`

const Aside = (props: MemberPageProps) => {
  const { t, member, parts } = props
  return (
    <>
      <Section title={t('members.facts')}>
        <MemberFacts {...props} />
      </Section>
      {parts}
      <Persons {...props} />
      {member.latitude !== null && <MembersMap t={t} members={[member]} title={t('members.position')} />}
    </>
  )
}

export const MemberPage = (props: MemberPageProps) => {
  const { t, member } = props
  const name = memberName(member, t.lang)
  const localLanguages = member.languages.map((code) => languageName(t.lang, code)).join(', ')
  return (
    <>
      <PageTitle
        t={t}
        kind={t(kindOf(member))}
        title={name}
        lead={
          member.localName === name || localLanguages === ''
            ? undefined
            : t('members.local-name', { name: member.localName, languages: localLanguages })
        }
        facts={countryName(t.lang, member.country)}
      />
      <PageBody aside={<Aside {...props} />}>
        <MembershipNote {...props} />
        {member.concepts.length > 0 && (
          <Section title={t('members.works-on')}>
            <ConceptTags
              t={t}
              most={24}
              concepts={member.concepts.map((slug) => ({
                label: conceptLabel(slug, t.lang),
                href: practicesAboutPath(slug),
              }))}
            />
          </Section>
        )}
        <Section title={t('members.shares')}>
          <SharedList {...props} />
        </Section>
        <AlikeList {...props} />
      </PageBody>
    </>
  )
}
