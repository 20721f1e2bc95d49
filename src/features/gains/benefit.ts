// The lines of a year on the page for the mayor, money summed to the cent.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Benefit, BenefitSource } from '#platform/duty-parts.ts'
import { type Gain, type GainKind, gainKinds, moneyOf, yearOf } from './gain.ts'
import { gainPath, gainsOf } from './paths.ts'
import { mayRecordGains } from './permissions.ts'
import { listGains } from './store.ts'
import { wordsOf } from './words.ts'

const lineOf = (t: Translate, kind: GainKind, gains: readonly Gain[]): Benefit => ({
  value: kind === 'funding' && gains.length > 0 ? formatMoney(t.lang, moneyOf(gains)) : gains.length,
  label: t(`gains.benefit-${kind}`, { count: gains.length }),
  heading: t(`gains.heading-${kind}`),
  things: gains.map((gain) => ({
    title: gain.title,
    lang: gain.lang,
    href: gainPath(gain.id),
    note: wordsOf(t, gain).join(' · '),
  })),
})

export const gainBenefit: BenefitSource = {
  position: 40,
  count: async ({ var: { t, db } }, organisationId, year) => {
    const gains = (await listGains(db, organisationId, t.lang)).filter((gain) => yearOf(gain) === year)
    return gainKinds.map((kind) =>
      lineOf(
        t,
        kind,
        gains.filter((gain) => gain.kind === kind),
      ),
    )
  },
  record: ({ var: { t, viewer } }, slug) =>
    mayRecordGains(viewer) ? { label: t('gains.record'), href: gainsOf(slug) } : undefined,
}
