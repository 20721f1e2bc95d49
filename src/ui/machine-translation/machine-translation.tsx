// A text in the reader's language that no person wrote: it says so, by whom, and how to come to the original.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface MachineTranslationProps {
  readonly t: Translate
  /** Anchor that links and forms lead to. */
  readonly id: string
  /** The service, by its name. */
  readonly provider: string
  /** Anchor of the original, on the same page. */
  readonly original: string
  readonly open: boolean
  /** Prose, in the reader's language. */
  readonly children: Child
}

export const MachineTranslation = ({ t, id, provider, original, open, children }: MachineTranslationProps) => (
  <details class="machine-translation" id={id} lang={t.lang} open={open}>
    <summary>
      <Icon name="languages" />
      {t('ui.machine-translation')}
    </summary>
    <p class="machine-translation-by">
      {t('ui.machine-translation-by', { provider })} <a href={original}>{t('ui.machine-translation-original')}</a>
    </p>
    {children}
  </details>
)
