// The two tables of a member's history: what it belongs to, and its inhabitants over time.
import type { Child } from 'hono/jsx'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section, Stack } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { sizeClassOf } from '../../members/public.ts'
import { type Membership, phaseOn } from '../membership.ts'
import { dayIn, type NameOf } from '../words.ts'
import type { HistoryPageProps } from './history-page.tsx'

const rowOf = (t: Translate, one: Membership, nameOf: NameOf, today: string): Child[] => [
  nameOf(one.forumId),
  one.beginsKnown ? dayIn(t, one.beginsOn) : t('memberships.since-unknown', { day: dayIn(t, one.beginsOn) }),
  one.endsOn === null ? '–' : dayIn(t, one.endsOn),
  t(`memberships.ground-${one.ground}`),
  <StateMark
    label={t(`memberships.phase-${phaseOn(one, today)}`)}
    tone={phaseOn(one, today) === 'current' ? 'done' : 'calm'}
  />,
]

export const Memberships = ({ t, subject, nameOf, today }: HistoryPageProps) => {
  const shown = subject.memberships.filter((one) => phaseOn(one, today) !== 'void')
  return (
    <Section title={t('memberships.belongs')}>
      {shown.length === 0 ? (
        <p>{t('memberships.belongs-nothing')}</p>
      ) : (
        <DataTable
          t={t}
          caption={t('memberships.belongs')}
          hideCaption
          columns={['of', 'from', 'until', 'ground', 'phase'].map((name) => ({
            label: t(`memberships.column-${name}`),
          }))}
          rows={shown.map((one) => rowOf(t, one, nameOf, today))}
        />
      )}
    </Section>
  )
}

export const Figures = ({ t, figures }: HistoryPageProps) =>
  figures.length === 0 ? null : (
    <Section title={t('memberships.figures-of')}>
      <Stack>
        <DataTable
          t={t}
          caption={t('memberships.figures-of')}
          hideCaption
          columns={[
            { label: t('memberships.column-as-of') },
            { label: t('members.inhabitants'), numeric: true },
            { label: t('memberships.column-class') },
            { label: t('memberships.column-source') },
          ]}
          rows={figures.map(({ asOf, population, source }) => {
            const size = sizeClassOf(population)
            const words = [formatNumber(t.lang, population), size === undefined ? '–' : t(`members.size-${size}`)]
            return [dayIn(t, asOf), ...words, source || t('members.population-known')]
          })}
        />
        <p>{t('memberships.figures-rule')}</p>
      </Stack>
    </Section>
  )
