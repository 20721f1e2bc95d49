// Above its column: which practice it is, how far it may be passed on, and the way to take it out.
// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the meaning of a table whose rows are laid out as a grid.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { LanguageMark } from '#ui/language-mark/language-mark.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import { comparisonPath, practicePath } from '../paths.ts'
import type { ComparedPractice } from '../store-comparing.ts'

export interface ComparisonHeadProps {
  readonly t: Translate
  readonly practice: ComparedPractice
  /** What is left when this one is removed. */
  readonly others: readonly number[]
}

export const ComparisonHead = ({ t, practice, others }: ComparisonHeadProps) => (
  <th scope="col" role="columnheader" class="comparison-head">
    <span class="comparison-marks">
      {practice.state === 'draft' && <StateMark label={t('practices.state-draft')} tone="new" />}
      {practice.audienceKind && <TlpLabel t={t} label={tlpLabel(practice.audienceKind)} />}
      <LanguageMark t={t} lang={practice.lang} />
    </span>
    <a class="comparison-title" href={practicePath(practice.id, practice.title)} lang={practice.lang}>
      {practice.title}
    </a>
    <CityBadge t={t} name={practice.organisationName} country={practice.country} />
    {practice.fromPublicSources && <span class="comparison-note">{t('practices.compare-editors')}</span>}
    <a
      class="comparison-remove"
      href={comparisonPath(others)}
      aria-label={t('practices.compare-remove-this', { title: practice.title })}
    >
      {t('practices.compare-remove')}
    </a>
  </th>
)
