// Examples of MachineTranslation.
import type { Example } from '../catalogue/example.ts'
import { Prose } from '../prose/prose.tsx'
import { MachineTranslation } from './machine-translation.tsx'

export const examples: readonly Example[] = [
  {
    name: 'open, below the original',
    example: (t) => (
      <>
        <Prose html="<p>Fomos chamados <strong>menos vezes</strong>, e mais cedo.</p>" lang="pt" />
        <MachineTranslation t={t} id="translated" provider="Apertium" original="#original" open>
          <Prose html="<p>We were called <strong>less often</strong>, and earlier.</p>" lang="en" />
        </MachineTranslation>
      </>
    ),
  },
  {
    name: 'closed: somebody had it translated before',
    example: (t) => (
      <MachineTranslation t={t} id="translated-before" provider="DeepL" original="#original" open={false}>
        <Prose html="<p>We were called less often.</p>" lang="en" />
      </MachineTranslation>
    ),
  },
]
