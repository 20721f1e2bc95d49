// The last step: the practice as its readers will see it, what is still missing, and the button that publishes it.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import { editPracticePath, practicePath, publicationPath } from '../paths.ts'
import { mayPublishPractice } from '../permissions.ts'
import { missingForPublishing, type Practice } from '../practice.ts'
import type { Kept } from '../store-kept.ts'
import { tellingSteps } from '../telling.ts'
import { PracticeFacts } from './practice-facts.tsx'
import { MissingForPublishing } from './practice-steps.tsx'
import { PracticeText } from './practice-text.tsx'
import { TellingSteps } from './telling-steps.tsx'

export interface PreviewPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly practice: Practice
  readonly audienceName: string | null
  readonly kept: readonly Kept[]
}

const readersOf = (t: Translate, { audienceReached, audienceKind }: Practice, name: string | null): string =>
  audienceReached ? t(`practices.readers-${audienceKind}`, { name: name ?? '' }) : t('practices.readers-decided')

const Publishing = ({ t, viewer, practice, audienceName }: PreviewPageProps) => {
  const may = mayPublishPractice(viewer, practice) && missingForPublishing(practice).length === 0
  return (
    <>
      {practice.state === 'draft' && <MissingForPublishing t={t} practice={practice} />}
      <p>{readersOf(t, practice, audienceName)}</p>
      <ButtonRow>
        {may && (
          <PostButton action={publicationPath(practice.id)} tone="primary" icon="send">
            {t('practices.publish')}
          </PostButton>
        )}
        <ButtonLink href={practicePath(practice.id, practice.title)}>{t('practices.to-the-practice')}</ButtonLink>
        <ButtonLink href={editPracticePath(practice.id, 'readers')} tone="quiet">
          {t('practices.step-back')}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

/** As readers see it; its title is no h1 here, since the page is not the practice. */
const Shown = ({ t, practice }: Pick<PreviewPageProps, 't' | 'practice'>) => (
  <article class="practice practice-preview" aria-label={t('practices.step-preview')}>
    {practice.audienceKind && <TlpLabel t={t} label={tlpLabel(practice.audienceKind)} />}
    <h2 lang={practice.lang}>{practice.title}</h2>
    {practice.summary && (
      <p class="practice-summary" lang={practice.lang}>
        {practice.summary}
      </p>
    )}
    <PracticeFacts t={t} practice={practice} />
    <ConceptTags t={t} concepts={practice.concepts.map((slug) => ({ label: conceptLabel(slug, t.lang) }))} />
    <PracticeText t={t} practice={practice} />
  </article>
)

export const PreviewPage = (props: PreviewPageProps) => {
  const { t, practice, kept } = props
  const count = tellingSteps.length + 1
  return (
    <>
      <PageTitle
        t={t}
        title={t('practices.step-preview')}
        kind={t('practices.step-of', { number: count, count })}
        lead={t('practices.lead-preview')}
      />
      <PageBody aside={<TellingSteps t={t} practice={practice} current="preview" kept={kept} />}>
        {kept.length > 0 && <Notice tone="info">{t('practices.preview-unsaved')}</Notice>}
        <Publishing {...props} />
        <Shown t={t} practice={practice} />
      </PageBody>
    </>
  )
}
