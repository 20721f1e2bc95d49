// What the keyboard can do; opened by `?` or by the link in the foot, on every page.
import type { Translate } from '#kernel/locale.ts'
import { Dialog } from '../dialog/dialog.tsx'

export interface KeyboardHelpProps {
  readonly t: Translate
  /** Letters after `g`, with what they lead to. */
  readonly places: readonly { readonly key: string; readonly label: string }[]
}

const Line = ({ keys, label }: { keys: readonly string[]; label: string }) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd>{key}</kbd>
      ))}
    </dt>
    <dd>{label}</dd>
  </div>
)

export const KeyboardHelp = ({ t, places }: KeyboardHelpProps) => (
  <Dialog t={t} id="keyboard-help" title={t('ui.keyboard')}>
    <dl class="keyboard-list">
      <Line keys={['/']} label={t('ui.keyboard-search')} />
      <Line keys={['n']} label={t('ui.keyboard-new')} />
      <Line keys={['?']} label={t('ui.keyboard-help')} />
      {places.map(({ key, label }) => (
        <Line keys={['g', key]} label={label} />
      ))}
    </dl>
  </Dialog>
)
