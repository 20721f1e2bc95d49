// One practice: a column of text, the facts aside, then what others say.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import { countryName, formatDate, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { editPracticePath, practicePath, publicationPath, withdrawalPath } from '../paths.ts'
import { mayEditPractice, mayPublishPractice, mayWithdrawPractice } from '../permissions.ts'
import { missingForPublishing, type PartName, type Practice } from '../practice.ts'

export interface Related {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly organisationName: string
  readonly country: string
  readonly shared: readonly string[]
}
export interface PracticePageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly practice: Practice
  readonly related: readonly Related[]
  /** Files, replies, watching, who can see it: drawn by the neighbour that serves every kind. */
  readonly attachments: Child
  readonly discussion: Child
  readonly visibility: Child
}

const mainParts: readonly PartName[] = [
  'problem',
  'analysis',
  'response',
  'partners',
  'results',
  'evaluation',
  'lessons',
  'transfer',
]

const Part = ({ t, practice, name }: { t: Translate; practice: Practice; name: PartName }) =>
  practice[name].trim() === '' ? null : (
    <Section title={t(`practices.part-${name}`)} id={name}>
      <Prose html={renderMarkdown(practice[name])} lang={practice.lang} />
    </Section>
  )

const Sources = ({ t, practice }: { t: Translate; practice: Practice }) =>
  practice.sources.length === 0 ? null : (
    <Section title={t('practices.sources')} id="sources">
      <ol class="sources">
        {practice.sources.map(({ title, address }) => (
          <li>
            {address === '' ? (
              title
            ) : (
              <a href={address} rel="noopener nofollow external">
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )

const yearsOf = (t: Translate, { yearStart, yearEnd }: Practice): string | undefined => {
  if (yearStart === null) return undefined
  if (yearEnd === null) return t('practices.since', { year: String(yearStart) })
  return yearStart === yearEnd ? String(yearStart) : `${yearStart}–${yearEnd}`
}

const Facts = ({ t, practice }: { t: Translate; practice: Practice }) => (
  <FactsList
    facts={[
      { term: t('practices.fact-country'), value: countryName(t.lang, practice.country) },
      { term: t('practices.fact-years'), value: yearsOf(t, practice) },
      {
        term: t('practices.part-cost'),
        value: practice.cost && <Prose html={renderMarkdown(practice.cost)} lang={practice.lang} />,
      },
      {
        term: t('practices.part-staff'),
        value: practice.staff && <Prose html={renderMarkdown(practice.staff)} lang={practice.lang} />,
      },
      {
        term: t('practices.fact-evidence'),
        value: practice.evidence === null ? undefined : t(`practices.evidence-${practice.evidence}`),
      },
      { term: t('practices.fact-updated'), value: formatDate(t.lang, practice.updatedAt) },
    ]}
  />
)

const Missing = ({ t, practice }: { t: Translate; practice: Practice }) => {
  const missing = missingForPublishing(practice)
  if (missing.length === 0) return <Notice tone="info">{t('practices.ready')}</Notice>
  return (
    <Notice tone="warning" title={t('practices.still-missing')}>
      <ul>
        {missing.map((need) => (
          <li>
            <a href={`${editPracticePath(practice.id)}#${need}`}>{t(`practices.need-${need}`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Actions = ({ t, viewer, practice }: PracticePageProps) => (
  <ButtonRow>
    {mayPublishPractice(viewer, practice) && missingForPublishing(practice).length === 0 && (
      <PostButton action={publicationPath(practice.id)} tone="primary" icon="send">
        {t('practices.publish')}
      </PostButton>
    )}
    {mayEditPractice(viewer, practice) && (
      <ButtonLink href={editPracticePath(practice.id)} icon="pencil">
        {t('practices.edit')}
      </ButtonLink>
    )}
  </ButtonRow>
)

const Withdrawal = ({ t, viewer, practice }: PracticePageProps) =>
  mayWithdrawPractice(viewer, practice) ? (
    <ConfirmStep
      label={t('practices.withdraw')}
      question={t('practices.withdraw-question')}
      action={withdrawalPath(practice.id)}
      confirm={t('practices.withdraw-confirm')}
      tone="danger"
    />
  ) : null

const RelatedList = ({ t, related }: PracticePageProps) =>
  related.length === 0 ? null : (
    <Section title={t('practices.related')} level={3}>
      <ul class="related">
        {related.map(({ id, title, lang, organisationName, country, shared }) => (
          <li>
            <a href={practicePath(id, title)} lang={lang}>
              {title}
            </a>
            <span class="related-why">
              {organisationName}, {countryName(t.lang, country)} ·{' '}
              {t('practices.related-why', { concepts: shared.map((slug) => conceptLabel(slug, t.lang)).join(', ') })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )

const Byline = ({ t, practice }: { t: Translate; practice: Practice }) => (
  <>
    <CityBadge
      t={t}
      name={practice.organisationName}
      country={practice.country}
      href={`/members/${practice.organisationSlug}`}
    />
    {practice.authorName && !practice.fromPublicSources && (
      <PersonLine name={practice.authorName} href={`/people/${practice.authorSlug}`} />
    )}
  </>
)

const stateOf = (t: Translate, { state }: Practice) =>
  state === 'published'
    ? undefined
    : { label: t(`practices.state-${state}`), tone: state === 'draft' ? ('new' as const) : ('danger' as const) }

export const PracticePage = (props: PracticePageProps) => {
  const { t, viewer, practice } = props
  return (
    <article class="practice">
      <PageTitle
        t={t}
        kind={t('practices.one')}
        title={practice.title}
        lang={practice.lang}
        tlp={practice.audienceKind && tlpLabel(practice.audienceKind)}
        state={stateOf(t, practice)}
        facts={<Byline t={t} practice={practice} />}
        action={mayEditPractice(viewer, practice) && <Actions {...props} />}
      />
      <PageBody aside={<Aside {...props} />}>
        {practice.state === 'draft' && mayEditPractice(viewer, practice) && <Missing t={t} practice={practice} />}
        {practice.fromPublicSources && <Notice tone="info">{t('practices.from-public-sources')}</Notice>}
        {practice.summary && (
          <p class="practice-summary" lang={practice.lang}>
            {practice.summary}
          </p>
        )}
        {mainParts.map((name) => (
          <Part t={t} practice={practice} name={name} />
        ))}
        <Sources t={t} practice={practice} />
        {props.attachments}
        {props.discussion}
      </PageBody>
    </article>
  )
}

const Aside = (props: PracticePageProps) => {
  const { t, practice } = props
  return (
    <>
      <Facts t={t} practice={practice} />
      <ConceptTags
        t={t}
        concepts={practice.concepts.map((slug) => ({
          label: conceptLabel(slug, t.lang),
          href: `/practices?concept=${slug}`,
        }))}
      />
      {props.visibility}
      <RelatedList {...props} />
      <Withdrawal {...props} />
    </>
  )
}
