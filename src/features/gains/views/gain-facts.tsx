// What an entry says, fact by fact.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { type FactEntry, FactsList } from '#ui/facts-list/facts-list.tsx'
import { memberPath } from '../../members/public.ts'
import type { Gain } from '../gain.ts'
import { fieldLabel } from '../words.ts'
import { Evidence } from './evidence.tsx'

const money = (t: Translate, cents: number | null): string | null =>
  cents === null ? null : formatMoney(t.lang, cents)

const factsOf = (t: Translate, gain: Gain): FactEntry[] => [
  { term: t(`gains.day-${gain.kind}`), value: formatDate(t.lang, new Date(gain.onDay)) },
  { term: fieldLabel(t, 'role'), value: gain.role && t(`gains.role-${gain.role}`) },
  { term: fieldLabel(t, 'place'), value: gain.place },
  { term: fieldLabel(t, 'people'), value: gain.people && t('gains.people', { count: gain.people }) },
  { term: fieldLabel(t, 'programme'), value: gain.programme },
  { term: fieldLabel(t, 'cents'), value: money(t, gain.cents) },
  { term: fieldLabel(t, 'ownCents'), value: money(t, gain.ownCents) },
  { term: fieldLabel(t, 'firstYear'), value: gain.firstYear && String(gain.firstYear) },
  { term: fieldLabel(t, 'lastYear'), value: gain.lastYear && String(gain.lastYear) },
  { term: fieldLabel(t, 'addressee'), value: gain.addressee },
  { term: fieldLabel(t, 'decidedBy'), value: gain.decidedBy && t(`gains.decided-${gain.decidedBy}`) },
  {
    term: fieldLabel(t, 'partner'),
    value: gain.partner && <a href={memberPath(gain.partner.slug)}>{gain.partner.name}</a>,
  },
  { term: fieldLabel(t, gain.kind === 'partner' ? 'purpose' : 'note'), value: gain.note },
  { term: t('gains.column-evidence'), value: <Evidence t={t} gain={gain} /> },
]

export const GainFacts = ({ t, gain }: { readonly t: Translate; readonly gain: Gain }) => (
  <FactsList facts={factsOf(t, gain)} />
)
