// How we treat each other: short, for people who work in town halls.
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { PageBody, PageTitle, Panel, Section } from '#ui/page/page.tsx'
import { conductAgreementPath } from '../paths.ts'

const points = ['respect', 'truth', 'protect', 'label', 'share', 'wrong'] as const

export interface ConductPageProps {
  readonly t: Translate
  /** The viewer has not agreed yet. */
  readonly asks: boolean
}

export const ConductPage = ({ t, asks }: ConductPageProps) => (
  <>
    <PageTitle t={t} title={t('care.conduct')} lead={t('care.conduct-lead')} />
    <PageBody>
      {points.map((point) => (
        <Section title={t(`care.conduct-${point}`)} id={point}>
          <p>{t(`care.conduct-${point}-text`)}</p>
        </Section>
      ))}
      {asks && (
        <Panel>
          <PostButton action={conductAgreementPath} tone="primary" icon="check">
            {t('care.agree')}
          </PostButton>
        </Panel>
      )}
    </PageBody>
  </>
)
