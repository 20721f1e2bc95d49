// One practice: a column of text, the facts aside, then what others say.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { classList } from '#ui/class-list.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import { mayEditPractice } from '../permissions.ts'
import type { Practice } from '../practice.ts'
import type { RelatedPractice } from '../store-related.ts'
import { PracticeAside } from './practice-aside.tsx'
import { Imprint } from './practice-imprint.tsx'
import { Actions, MissingForPublishing, StillTrue } from './practice-steps.tsx'
import { PracticeText } from './practice-text.tsx'

export interface PracticePageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly practice: Practice
  readonly related: readonly RelatedPractice[]
  /** Absolute; stands on paper, where no link leads anywhere. */
  readonly address: string
  /** Files, replies, watching, who can see it: drawn by the neighbour that serves every kind. */
  readonly attachments: Child
  readonly discussion: Child
  readonly visibility: Child
  readonly coAuthors: Child
  readonly question: Child
  readonly beside: Readonly<Record<'below' | 'aside' | 'tools', Child[]>>
}

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
    <article class={classList('practice', practice.audienceKind && `practice-for-${practice.audienceKind}`)}>
      <PageTitle
        t={t}
        kind={t('practices.one')}
        title={practice.title}
        lang={practice.lang}
        tlp={practice.audienceKind && tlpLabel(practice.audienceKind)}
        state={stateOf(t, practice)}
        facts={<Byline t={t} practice={practice} />}
        action={
          (mayEditPractice(viewer, practice) || props.beside.tools.length > 0) && (
            <Actions t={t} viewer={viewer} practice={practice} tools={props.beside.tools} />
          )
        }
      />
      <PageBody aside={<PracticeAside {...props} />}>
        {props.question}
        {practice.state === 'draft' && mayEditPractice(viewer, practice) && (
          <MissingForPublishing t={t} practice={practice} />
        )}
        <StillTrue t={t} viewer={viewer} practice={practice} />
        {practice.fromPublicSources && <Notice tone="info">{t('practices.from-public-sources')}</Notice>}
        {practice.summary && (
          <p class="practice-summary" lang={practice.lang}>
            {practice.summary}
          </p>
        )}
        <PracticeText t={t} practice={practice} />
        {props.beside.below}
        {props.attachments}
        {props.discussion}
      </PageBody>
      <Imprint t={t} practice={practice} address={props.address} />
    </article>
  )
}
