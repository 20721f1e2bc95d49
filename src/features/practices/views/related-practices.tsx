// What else may help, and why it is shown; each can be laid beside this one.
import { countryName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { Section } from '#ui/page/page.tsx'
import { comparisonPath, practicePath } from '../paths.ts'
import type { RelatedPractice } from '../store-related.ts'

export interface RelatedLineProps {
  readonly t: Translate
  readonly related: RelatedPractice
  readonly compareHref: string
  /** The link adds it to a comparison that is on the page already. */
  readonly adds?: boolean
}

export const RelatedLine = ({ t, related, compareHref, adds }: RelatedLineProps) => {
  const { id, title, lang, organisationName, country, shared } = related
  const compare = adds ? 'practices.compare-add-this' : 'practices.compare-with'
  return (
    <>
      <a href={practicePath(id, title)} lang={lang}>
        {title}
      </a>
      <span class="related-why">
        {organisationName}, {countryName(t.lang, country)} ·{' '}
        {t('practices.related-why', { concepts: shared.map((slug) => conceptLabel(slug, t.lang)).join(', ') })}
      </span>
      <a class="related-compare" href={compareHref} aria-label={t(compare, { title })}>
        {t(adds ? 'practices.compare-add-short' : 'practices.compare')}
      </a>
    </>
  )
}

export interface RelatedPracticesProps {
  readonly t: Translate
  /** The practice that the others are like. */
  readonly practiceId: number
  readonly related: readonly RelatedPractice[]
}

export const RelatedPractices = ({ t, practiceId, related }: RelatedPracticesProps) =>
  related.length === 0 ? null : (
    <Section title={t('practices.related')} level={3}>
      <ul class="related">
        {related.map((one) => (
          <li>
            <RelatedLine t={t} related={one} compareHref={comparisonPath([practiceId, one.id])} />
          </li>
        ))}
      </ul>
      <p class="related-compare-all">
        <a href={comparisonPath([practiceId])}>{t('practices.compare-others')}</a>
      </p>
    </Section>
  )
