// What one part says, with what must never be read without it: when it was measured, and how far a claim reaches.
import type { Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Prose } from '#ui/prose/prose.tsx'
import { claimingPart, type PartName, type PracticeTexts } from '../practice.ts'

type Told = Pick<PracticeTexts, PartName | 'measuredWhen'> & { readonly lang: string; readonly evidence: number | null }

export const PartText = ({ t, practice, name }: { t: Translate; practice: Told; name: PartName }) => (
  <>
    <Prose html={renderMarkdown(practice[name])} lang={practice.lang} />
    {name === 'measured' && practice.measuredWhen && <p lang={practice.lang}>{practice.measuredWhen}</p>}
    {name === claimingPart(practice) && (
      <p class="practice-caveat">{t(`practices.caveat-${practice.evidence ?? 0}`)}</p>
    )}
  </>
)
