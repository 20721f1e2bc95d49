// The members of a simulation: who pays more, who less, and for whom nothing can be computed.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { differenceOf, type Line } from '../simulation.ts'
import { change, money } from './signed-money.ts'

interface LinesPart {
  readonly t: Translate
  readonly memberHref: (slug: string) => string
}

/** More of them stand in the CSV file. */
const mostLines = 25

const percentOf = (t: Translate, line: Line): string =>
  line.before === null || line.before === 0
    ? '–'
    : t('fees.percent', { percent: formatNumber(t.lang, Math.round((differenceOf(line) / line.before) * 1000) / 10) })

export const Lines = (props: LinesPart & { lines: readonly Line[]; title: string }) => {
  const { t, lines, title, memberHref } = props
  return (
    <Section title={title}>
      {lines.length > mostLines && <p>{t('fees.largest-only', { shown: mostLines })}</p>}
      {lines.length > 0 && (
        <DataTable
          t={t}
          caption={title}
          hideCaption
          columns={[
            { label: t('fees.member') },
            { label: t('fees.inhabitants'), numeric: true },
            ...['before', 'after', 'difference', 'change'].map((key) => ({
              label: t(`fees.head-${key}`),
              numeric: true,
            })),
          ]}
          rows={lines
            .slice(0, mostLines)
            .map((line) => [
              <a href={memberHref(line.member.slug)}>{line.member.name}</a>,
              line.member.population === null ? '–' : formatNumber(t.lang, line.member.population),
              money(t, line.before),
              money(t, line.after),
              change(t, differenceOf(line)),
              percentOf(t, line),
            ])}
        />
      )}
    </Section>
  )
}

const UnplacedNames = ({ t, unplaced, memberHref }: LinesPart & { unplaced: readonly Line[] }) => (
  <ul>
    {unplaced.map(({ member, unplaced: why }) => (
      <li>
        <a href={memberHref(member.slug)}>{member.name}</a>: {t(`fees.unplaced-${why ?? 'no-bracket'}`)}
      </li>
    ))}
  </ul>
)

/** Named all of them, folded: a long list would push the sums out of sight. */
export const Unplaced = (props: LinesPart & { unplaced: readonly Line[] }) =>
  props.unplaced.length === 0 ? null : (
    <Notice tone="warning" title={props.t('fees.unplaced', { count: props.unplaced.length })}>
      <p>{props.t('fees.unplaced-text')}</p>
      <details class="behind">
        <summary>{props.t('fees.unplaced-names')}</summary>
        <UnplacedNames {...props} />
      </details>
    </Notice>
  )
