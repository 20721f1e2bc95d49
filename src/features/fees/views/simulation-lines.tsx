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
const mostLines = 50

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

export const Unplaced = ({ t, unplaced, memberHref }: LinesPart & { unplaced: readonly Line[] }) => {
  if (unplaced.length === 0) return null
  return (
    <Notice tone="warning" title={t('fees.unplaced', { count: unplaced.length })}>
      <ul>
        {unplaced.slice(0, mostLines).map(({ member, unplaced: why }) => (
          <li>
            <a href={memberHref(member.slug)}>{member.name}</a>: {t(`fees.unplaced-${why ?? 'no-bracket'}`)}
          </li>
        ))}
      </ul>
      {unplaced.length > mostLines && <p>{t('fees.more-in-csv', { count: unplaced.length - mostLines })}</p>}
    </Notice>
  )
}
