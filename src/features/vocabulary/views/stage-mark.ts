// How a proposal stands, as a mark.
import type { Translate } from '#kernel/locale.ts'
import type { StateMarkProps } from '#ui/state-mark/state-mark.tsx'
import type { Stage } from '../proposal.ts'

const tones: Record<Stage, StateMarkProps['tone']> = { open: 'new', accepted: 'done', declined: 'calm' }

export const stageMark = (t: Translate, stage: Stage): StateMarkProps => ({
  label: t(`vocabulary.stage-${stage}`),
  tone: tones[stage],
})
