// Examples of ConfirmStep, Dialog and DialogButton.
import type { Example } from '../catalogue/example.ts'
import { ConfirmStep, Dialog, DialogButton } from './dialog.tsx'

export const examples: readonly Example[] = [
  {
    name: 'asking first',
    example: () => (
      <ConfirmStep
        label="Withdraw"
        icon="trash-2"
        question="The practice disappears from lists and search. Cities that took it up keep their note of it."
        action="/ui"
        confirm="Withdraw this practice"
      />
    ),
  },
  {
    name: 'a small window',
    example: (t) => (
      <>
        <DialogButton dialog="sample-dialog" icon="keyboard">
          Keyboard
        </DialogButton>
        <Dialog t={t} id="sample-dialog" title="Keyboard">
          <p>Press / to search.</p>
        </Dialog>
      </>
    ),
  },
]
