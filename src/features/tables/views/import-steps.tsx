// Where one is between the file and the drafts.
import type { Translate } from '#kernel/locale.ts'
import { Steps } from '#ui/steps/steps.tsx'

const steps = ['file', 'check', 'drafts'] as const

export const ImportSteps = ({ t, at }: { readonly t: Translate; readonly at: (typeof steps)[number] | 'end' }) => {
  const current = at === 'end' ? steps.length : steps.indexOf(at)
  return (
    <Steps
      t={t}
      steps={steps.map((step, index) => ({
        label: t(`tables.step-${step}`),
        state: index < current ? 'done' : index === current ? 'current' : 'ahead',
      }))}
    />
  )
}
