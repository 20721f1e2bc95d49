// What was said on the way to an agreement, in its order.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { PlainText } from '#ui/prose/prose.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import type { Step } from '../study-visit.ts'
import { daysIn } from './days.ts'

export const StepsLine = ({ t, steps }: { readonly t: Translate; readonly steps: readonly Step[] }) => (
  <Timeline
    t={t}
    label={t('visits.steps')}
    entries={steps.map((step) => ({
      when: formatMoment(t.lang, step.at),
      title: t(`visits.step-${step.act}`, { city: step.organisationName, days: daysIn(t, step) }),
      text: step.text && <PlainText text={step.text} />,
    }))}
  />
)
