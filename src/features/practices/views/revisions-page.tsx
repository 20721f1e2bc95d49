// The revisions of a practice: which there are, and what one of them changed.
import { formatMoment, languageName, type Translate } from '#kernel/locale.ts'
import { differencesOf } from '#platform/text/differences.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { Differences } from '#ui/differences/differences.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { type ContentField, changedFields, fieldText, type PracticeContent } from '../content.ts'
import { revisionsPath } from '../paths.ts'
import { isPartName } from '../practice.ts'
import type { Revision } from '../store-revisions.ts'

const labels: Partial<Record<ContentField, string>> = {
  title: 'practices.field-title',
  summary: 'practices.field-summary',
  lang: 'practices.field-lang',
  measuredWhen: 'practices.field-measured-when',
  yearStart: 'practices.field-year-start',
  yearEnd: 'practices.field-year-end',
  evidence: 'practices.field-evidence',
  sources: 'practices.sources',
  concepts: 'practices.field-concepts',
}
const labelOf = (t: Translate, field: ContentField): string =>
  t(isPartName(field) ? `practices.part-${field}` : (labels[field] ?? 'practices.one'))

/** As readers know it: topics and levels by their names. */
const shownText = (t: Translate, content: PracticeContent, field: ContentField): string => {
  const text = fieldText(content, field)
  if (text === '') return ''
  if (field === 'concepts') return content.concepts.map((slug) => conceptLabel(slug, t.lang)).join('\n')
  if (field === 'lang') return languageName(t.lang, text)
  return field === 'evidence' ? t(`practices.evidence-${text}`) : text
}

interface ChangesProps {
  readonly t: Translate
  readonly before: PracticeContent
  readonly after: PracticeContent
}

/** Field by field what differs, nothing where both are the same. */
export const Changes = ({ t, before, after }: ChangesProps) => (
  <>
    {changedFields(before, after).map((field) => (
      <Section title={labelOf(t, field)} level={3}>
        <Differences
          t={t}
          lang={after.lang}
          pieces={differencesOf(shownText(t, before, field), shownText(t, after, field))}
        />
      </Section>
    ))}
  </>
)

export interface RevisionsPageProps {
  readonly t: Translate
  readonly practice: { readonly id: number; readonly title: string }
  readonly revisions: readonly Omit<Revision, 'content' | 'audienceId'>[]
  readonly shown: Revision | undefined
  /** The one before `shown`. */
  readonly before: Revision | undefined
}

const Shown = ({ t, shown, before }: Pick<RevisionsPageProps, 't' | 'shown' | 'before'>) => {
  if (shown === undefined) return <EmptyState icon="history" title={t('practices.revisions-none')} />
  if (before === undefined) return <EmptyState icon="history" title={t('practices.revision-first')} />
  const nothing = changedFields(before.content, shown.content).length === 0
  return (
    <Section title={t('practices.revision-changed', { when: formatMoment(t.lang, shown.at) })}>
      {nothing && <p>{t('practices.revision-same')}</p>}
      <Changes t={t} before={before.content} after={shown.content} />
    </Section>
  )
}

export const RevisionsPage = ({ t, practice, revisions, shown, before }: RevisionsPageProps) => (
  <>
    <PageTitle t={t} title={t('practices.revisions')} kind={practice.title} lead={t('practices.revisions-lead')} />
    <PageBody
      aside={
        <Timeline
          t={t}
          label={t('practices.revisions')}
          entries={revisions.map(({ revision, at, byName }) => ({
            when: formatMoment(t.lang, at),
            title: (
              <a href={revisionsPath(practice.id, revision)} aria-current={revision === shown?.revision && 'true'}>
                {byName ?? t('practices.revision-by-nobody')}
              </a>
            ),
          }))}
        />
      }
    >
      <Shown t={t} shown={shown} before={before} />
    </PageBody>
  </>
)
