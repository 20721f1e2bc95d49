// Beside a concept: how much there is about it, and what is proposed or may be.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Section } from '#ui/page/page.tsx'
import { aboutPath, newConceptPath, newLabelPath, proposalPath } from '../paths.ts'
import type { ProposalLine } from '../store-lists.ts'

export interface ConceptAsideProps {
  readonly t: Translate
  readonly concept: Concept
  readonly about: { readonly count: number; readonly more: boolean }
  /** Proposals about it on which nobody has decided yet, as far as the viewer reaches them. */
  readonly waiting: readonly ProposalLine[]
  readonly mayPropose: boolean
}

const About = ({ t, concept, about: { count, more } }: ConceptAsideProps) => (
  <Section title={t('vocabulary.about')}>
    <p>{t(more ? 'vocabulary.about-more' : 'vocabulary.about-count', { count, shown: formatNumber(t.lang, count) })}</p>
    {count > 0 && (
      <ButtonLink href={aboutPath(concept.slug)} tone="primary" icon="search">
        {t('vocabulary.about-show')}
      </ButtonLink>
    )}
  </Section>
)

const Propose = ({ t, concept: { slug }, waiting }: ConceptAsideProps) => (
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

export const ConceptAside = (props: ConceptAsideProps) => (
  <>
    <About {...props} />
    {props.mayPropose && <Propose {...props} />}
  </>
)
