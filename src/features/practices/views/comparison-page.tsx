// Practices side by side: the table, what to add, and what to say when something is missing.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageTitle, Section, Stack } from '#ui/page/page.tsx'
import type { CitySize } from '../../members/public.ts'
import { mostCompared } from '../comparison.ts'
import { comparisonPath, practicesPath } from '../paths.ts'
import type { ComparedPractice } from '../store-comparing.ts'
import type { RelatedPractice } from '../store-related.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { RelatedLine } from './related-practices.tsx'

export interface ComparisonPageProps {
  readonly t: Translate
  readonly practices: readonly ComparedPractice[]
  readonly sizes: readonly CitySize[]
  /** Like the first of them, to be added. */
  readonly related: readonly RelatedPractice[]
  readonly tooMany: boolean
  /** Something that the address names is not within reach, or is not there at all. */
  readonly missing: boolean
}

const listHref = (ids: readonly number[]): string =>
  ids.length === 0 ? practicesPath : `${practicesPath}?${ids.map((id) => `practice=${id}`).join('&')}`

const Adding = ({ t, practices, related }: ComparisonPageProps) => {
  const ids = practices.map(({ id }) => id)
  const fromList = <ButtonLink href={listHref(ids)}>{t('practices.compare-from-list')}</ButtonLink>
  return (
    <div class="comparison-adding">
      <Section title={t('practices.compare-add')} id="add">
        {related.length > 0 && (
          <ul class="related">
            {related.map((one) => (
              <li>
                <RelatedLine t={t} related={one} compareHref={comparisonPath([...ids, one.id])} adds />
              </li>
            ))}
          </ul>
        )}
        {fromList}
      </Section>
    </div>
  )
}

const Said = ({ t, practices, tooMany, missing }: ComparisonPageProps) => (
  <>
    {tooMany && <Notice tone="info">{t('practices.compare-too-many')}</Notice>}
    {missing && <Notice tone="info">{t('practices.compare-missing')}</Notice>}
    {practices.length === 1 && <Notice tone="info">{t('practices.compare-alone')}</Notice>}
  </>
)

export const ComparisonPage = (props: ComparisonPageProps) => {
  const { t, practices, sizes } = props
  return (
    <article class="comparison-page">
      <PageTitle t={t} title={t('practices.compare-title')} lead={t('practices.compare-lead')} />
      <Stack>
        <Said {...props} />
        {practices.length === 1 && <Adding {...props} />}
        {practices.length === 0 ? (
          <EmptyState
            title={t('practices.compare-none')}
            text={t('practices.compare-none-text')}
            icon="library"
            action={<ButtonLink href={practicesPath}>{t('practices.compare-from-list')}</ButtonLink>}
          />
        ) : (
          <ComparisonTable t={t} practices={practices} sizes={sizes} />
        )}
        {practices.length > 1 && practices.length < mostCompared && <Adding {...props} />}
      </Stack>
    </article>
  )
}
