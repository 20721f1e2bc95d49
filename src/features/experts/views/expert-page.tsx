// One institution: what it knows about, who in it can be asked, and who vouches.
import { countryName, languageName, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import type { Expert } from '../expert.ts'
import { changePath, listPath, memberPath, personPath, removalPath } from '../paths.ts'
import { mayChangeExpert, mayTakeOut } from '../permissions.ts'

export interface ExpertPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly expert: Expert
}

const Person = ({ t, expert }: ExpertPageProps) => {
  const { person } = expert
  if (person === null) return null
  return (
    <Section title={t('experts.person')}>
      <PersonLine name={person.name} note={person.function} />
      {!person.agreed && <Notice>{t('experts.waiting')}</Notice>}
    </Section>
  )
}

const Facts = ({ t, expert }: ExpertPageProps) => (
  <FactsList
    facts={[
      { term: t('experts.field-country'), value: countryName(t.lang, expert.country) },
      {
        term: t('experts.field-languages'),
        value: expert.languages.map((code) => languageName(t.lang, code)).join(', '),
      },
      {
        term: t('experts.field-link'),
        value: expert.link && (
          <a href={expert.link} rel="noopener noreferrer">
            {new URL(expert.link).hostname}
          </a>
        ),
      },
    ]}
  />
)

const Aside = (props: ExpertPageProps) => {
  const { t, viewer, expert } = props
  const { vouchedBy } = expert
  return (
    <>
      <Facts {...props} />
      <Section title={t('experts.vouched')}>
        <PersonLine
          name={vouchedBy?.name ?? expert.organisationName}
          href={vouchedBy === null ? undefined : personPath(vouchedBy.slug)}
          memberName={vouchedBy === null ? undefined : expert.organisationName}
          memberHref={memberPath(expert.organisationSlug)}
        />
      </Section>
      {mayChangeExpert(viewer, expert) && (
        <ButtonLink href={changePath(expert.id)} icon="pencil">
          {t('experts.change')}
        </ButtonLink>
      )}
      {mayTakeOut(viewer, expert) && (
        <ConfirmStep
          label={t('experts.remove')}
          question={t('experts.remove-question')}
          action={removalPath(expert.id)}
          confirm={t('experts.remove-confirm')}
          tone="danger"
        />
      )}
    </>
  )
}

export const ExpertPage = (props: ExpertPageProps) => {
  const { t, expert } = props
  return (
    <>
      <PageTitle t={t} kind={t('experts.one')} title={expert.institution} />
      <PageBody aside={<Aside {...props} />}>
        {expert.demonstration && <Notice>{t('experts.invented')}</Notice>}
        <PlainText text={expert.about} lang={expert.lang} />
        <Section title={t('experts.field-concepts')}>
          <ConceptTags
            t={t}
            concepts={expert.concepts.map((slug) => ({
              label: conceptLabel(slug, t.lang),
              href: listPath({ concept: slug }),
            }))}
          />
        </Section>
        <Person {...props} />
      </PageBody>
    </>
  )
}
