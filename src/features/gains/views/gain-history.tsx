// Who wrote what when, with what was changed from one version to the next.
import { formatDate, formatMoment, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { changesBetween, type Gain } from '../gain.ts'
import { fieldLabel } from '../words.ts'

const fieldName = (t: Translate, { kind }: Gain, field: string): string => {
  if (field === 'onDay') return t(`gains.day-${kind}`)
  if (field === 'title') return t(`gains.title-${kind}`)
  if (field === 'note' && kind === 'partner') return fieldLabel(t, 'purpose')
  return fieldLabel(t, field)
}

/** What stands in a field, as it is read: a choice in its words, an amount as money. */
const reading = (t: Translate, field: string, text: string): string => {
  if (text === '') return '–'
  if (field === 'role') return t(`gains.role-${text}`)
  if (field === 'decidedBy') return t(`gains.decided-${text}`)
  if (field === 'onDay') return formatDate(t.lang, new Date(text))
  return field === 'cents' || field === 'ownCents' ? formatMoney(t.lang, Math.round(Number(text) * 100)) : text
}

const Changes = ({ t, before, after }: { readonly t: Translate; readonly before: Gain; readonly after: Gain }) => (
  <ul>
    {changesBetween(before, after).map(({ field, before: was, after: is }) => (
      <li>
        {t('gains.change', {
          field: fieldName(t, after, field),
          before: reading(t, field, was),
          after: reading(t, field, is),
        })}
      </li>
    ))}
  </ul>
)

const whatHappened = (gain: Gain): string => {
  if (gain.removed) return 'removed'
  return gain.version === 1 ? 'recorded' : 'changed'
}

export const GainHistory = ({ t, versions }: { readonly t: Translate; readonly versions: readonly Gain[] }) => (
  <Section title={t('gains.history')}>
    <Timeline
      t={t}
      label={t('gains.history')}
      entries={versions.map((version, index) => {
        const before = versions[index - 1]
        const by = version.recordedBy ?? t('gains.nobody')
        return {
          when: formatMoment(t.lang, version.recordedAt),
          title: t(`gains.history-${whatHappened(version)}`, { by }),
          text: before && !version.removed && <Changes t={t} before={before} after={version} />,
        }
      })}
    />
  </Section>
)
