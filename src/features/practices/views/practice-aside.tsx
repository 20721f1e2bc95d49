// Beside the text: the facts, who can see it, what others hand to this place, what is related.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { revisionsPath } from '../paths.ts'
import { mayReadRevisions } from '../permissions.ts'
import type { Practice } from '../practice.ts'
import type { RelatedPractice } from '../store-related.ts'
import { PracticeFacts } from './practice-facts.tsx'
import { Withdrawal } from './practice-steps.tsx'
import { RelatedPractices } from './related-practices.tsx'

export interface PracticeAsideProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly practice: Practice
  readonly related: readonly RelatedPractice[]
  readonly visibility: Child
  readonly coAuthors: Child
  readonly beside: Readonly<Record<'aside', Child[]>>
}

export const PracticeAside = (props: PracticeAsideProps) => {
  const { t, practice } = props
  return (
    <>
      <div class="practice-facts">
        <PracticeFacts t={t} practice={practice} />
        <ConceptTags
          t={t}
          concepts={practice.concepts.map((slug) => ({
            label: conceptLabel(slug, t.lang),
            href: `/practices?concept=${slug}`,
          }))}
        />
      </div>
      {props.visibility}
      {mayReadRevisions(props.viewer, practice) && (
        <p>
          <a href={revisionsPath(practice.id)}>{t('practices.revisions')}</a>
        </p>
      )}
      {props.coAuthors}
      {props.beside.aside}
      <RelatedPractices t={t} practiceId={practice.id} related={props.related} />
      <Withdrawal t={t} viewer={props.viewer} practice={practice} />
    </>
  )
}
