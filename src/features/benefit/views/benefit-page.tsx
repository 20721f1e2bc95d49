// One page for a mayor: the numbers of a year, and what stands behind them.
import type { Translate } from '#kernel/locale.ts'
import type { Benefit } from '#platform/duty-parts.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import { benefitPath } from '../paths.ts'
import type { Place } from '../store.ts'

export interface BenefitPageProps {
  readonly t: Translate
  readonly place: Place
  readonly year: number
  readonly years: readonly number[]
  readonly lines: readonly Benefit[]
  /** Where this reader writes down what is counted here. */
  readonly ways: readonly { readonly label: string; readonly href: string }[]
}

const Years = ({ t, place, year, years }: BenefitPageProps) => (
  <nav aria-label={t('benefit.years')}>
    <ButtonRow>
      {years.map((one) => (
        <ButtonLink href={benefitPath(place.slug, one)} tone={one === year ? 'primary' : 'secondary'}>
          {String(one)}
        </ButtonLink>
      ))}
    </ButtonRow>
  </nav>
)

const Things = ({ t, line }: { readonly t: Translate; readonly line: Benefit }) => (
  <Section title={line.heading ?? line.label}>
    <ul>
      {(line.things ?? []).map(({ title, lang, href, note }) => (
        <li>
          <a href={href} lang={lang === t.lang ? undefined : lang}>
            {title}
          </a>
          {note && ` · ${note}`}
        </li>
      ))}
    </ul>
  </Section>
)

export const BenefitPage = (props: BenefitPageProps) => {
  const { t, place, year, lines, ways } = props
  return (
    <>
      <PageTitle
        t={t}
        kind={place.name}
        title={t('benefit.heading', { year: String(year) })}
        lead={t('benefit.lead')}
        action={ways.length > 0 && ways.map(({ label, href }) => <ButtonLink href={href}>{label}</ButtonLink>)}
      />
      <PageBody>
        <Years {...props} />
        {lines.length === 0 ? (
          <EmptyState
            icon="handshake"
            title={t('benefit.empty', { year: String(year) })}
            text={t('benefit.empty-text')}
          />
        ) : (
          <StatFigures t={t} figures={lines} />
        )}
        {lines
          .filter(({ things = [] }) => things.length > 0)
          .map((line) => (
            <Things t={t} line={line} />
          ))}
      </PageBody>
    </>
  )
}
