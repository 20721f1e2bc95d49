// One entry: what it says, by what it is proved, and who wrote what when.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { type FactEntry, FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { memberPath } from '../../members/public.ts'
import type { Gain } from '../gain.ts'
import { editGainPath, gainRemovalPath } from '../paths.ts'
import type { GainPlace } from '../store.ts'
import { fieldLabel } from '../words.ts'
import { Evidence } from './evidence.tsx'
import { GainHistory } from './gain-history.tsx'

export interface GainPageProps {
  readonly t: Translate
  readonly place: GainPlace
  readonly gain: Gain
  /** The first one first; the last is the entry. */
  readonly versions: readonly Gain[]
  readonly writes: boolean
}

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

const Acts = ({ t, gain }: GainPageProps) => (
  <ButtonRow>
    <ButtonLink href={editGainPath(gain.id)} icon="pencil">
      {t('gains.edit')}
    </ButtonLink>
    <ConfirmStep
      label={t('gains.remove')}
      icon="x"
      question={t('gains.remove-question')}
      action={gainRemovalPath(gain.id)}
      confirm={t('gains.remove-confirm')}
    />
  </ButtonRow>
)

const stateOf = (t: Translate, { removed, illustrative }: Gain) => {
  if (removed) return { label: t('gains.removed'), tone: 'danger' } as const
  return illustrative ? { label: t('gains.illustrative') } : undefined
}

export const GainPage = (props: GainPageProps) => {
  const { t, gain, place, writes } = props
  const kind = `${place.name} · ${t(`gains.kind-${gain.kind}`)}`
  const lang = gain.lang === t.lang ? {} : { lang: gain.lang }
  return (
    <>
      <PageTitle t={t} kind={kind} title={gain.title} {...lang} state={stateOf(t, gain)} />
      <PageBody>
        {gain.removed && <Notice tone="warning">{t('gains.removed-text')}</Notice>}
        {gain.illustrative && <Notice>{t('gains.illustrative-text')}</Notice>}
        <FactsList facts={factsOf(t, gain)} />
        {writes && <Acts {...props} />}
        <GainHistory t={t} versions={props.versions} />
      </PageBody>
    </>
  )
}
