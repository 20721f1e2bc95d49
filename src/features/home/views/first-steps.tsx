// How to begin, for somebody who has not written anything yet.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { Steps } from '#ui/steps/steps.tsx'
import { newPracticePath, ownProfilePath, searchPath } from '../paths.ts'

export const FirstSteps = ({ t }: { readonly t: Translate }) => (
  <Section title={t('home.first-steps')}>
    <Steps
      t={t}
      label={t('home.first-steps')}
      steps={[
        { label: t('home.step-profile'), href: ownProfilePath, state: 'current' },
        { label: t('home.step-search'), href: searchPath(t('home.example-light')), state: 'ahead' },
        { label: t('home.step-share'), href: newPracticePath, state: 'ahead' },
      ]}
    />
  </Section>
)
