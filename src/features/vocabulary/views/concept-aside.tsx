// Beside a concept: what is proposed for it, and what may be.
import type { Translate } from '#kernel/locale.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'
import { Section } from '#ui/page/page.tsx'
import { newConceptPath, newLabelPath, proposalPath } from '../paths.ts'
import type { ProposalLine } from '../store-lists.ts'

export interface ConceptAsideProps {
  readonly t: Translate
  readonly concept: Concept
  /** Proposals about it on which nobody has decided yet, as far as the viewer reaches them. */
  readonly waiting: readonly ProposalLine[]
}

export const ConceptAside = ({ t, concept: { slug }, waiting }: ConceptAsideProps) => (
  <Section title={t('vocabulary.improve')}>
    <ul class="concept-improve">
      {waiting.map(({ id, title, lang }) => (
        <li>
          {t('vocabulary.stage-open')}:{' '}
          <a href={proposalPath(id, title)} lang={lang === t.lang ? undefined : lang}>
            {title}
          </a>
        </li>
      ))}
      <li>
        <a href={newLabelPath(slug)}>{t('vocabulary.propose-label')}</a>
      </li>
      <li>
        <a href={newConceptPath(slug)}>{t('vocabulary.propose-narrower')}</a>
      </li>
    </ul>
  </Section>
)
