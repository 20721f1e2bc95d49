// Who may pass a thing on: the official label (FIRST, Traffic Light Protocol 2.0). Its text is never translated, its meaning is.

import type { TlpLabelName } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'

export interface TlpLabelProps {
  readonly t: Translate
  readonly label: TlpLabelName
  /** The forum, room or organisation it is kept to, where that has a name. */
  readonly audienceName?: string | null | undefined
  /** Opens to the whole explanation; for the title of a page, not for lists. */
  readonly explained?: boolean | undefined
}

const keyOf: Record<TlpLabelName, string> = {
  'TLP:CLEAR': 'clear',
  'TLP:GREEN': 'green',
  'TLP:AMBER': 'amber',
  'TLP:AMBER+STRICT': 'amber-strict',
  'TLP:RED': 'red',
}

export const TlpLabel = ({ t, label, audienceName, explained }: TlpLabelProps) => {
  const mark = <span class={`tlp tlp-${keyOf[label]}`}>{label}</span>
  const meaning = t(`ui.tlp-${keyOf[label]}`)
  if (!explained) {
    return (
      <span class="tlp-line" title={meaning}>
        {mark}
        {audienceName && <span class="tlp-audience">{audienceName}</span>}
      </span>
    )
  }
  return (
    <details class="tlp-explained">
      <summary>
        {mark}
        <span class="tlp-audience">{audienceName ?? t('ui.tlp-who')}</span>
      </summary>
      <p>
        {meaning} {t('ui.tlp-law')}
      </p>
    </details>
  )
}
