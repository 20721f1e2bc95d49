// One hiding: what is hidden and why, and what its author and those who look after it may do.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Quote } from '#ui/quote/quote.tsx'
import { type Hiding, mayAppeal } from '../care.ts'
import { hidingEndPath } from '../paths.ts'
import { mayJudge, mayShowAgain } from '../permissions.ts'
import { Appeal, Judge } from './hiding-forms.tsx'
import { stateOf } from './lines.tsx'
import { ReasonGiven, Written } from './words.tsx'

export interface HidingPageProps {
  readonly t: Translate
  readonly hiding: Hiding
  readonly href: string | undefined
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Said = ({ t, title, words, at }: { t: Translate; title: string; words: string; at: Date }) => (
  <Section title={title}>
    <p>{formatMoment(t.lang, at)}</p>
    <Quote>
      <p>{words}</p>
    </Quote>
  </Section>
)

export const HidingPage = (props: HidingPageProps) => {
  const { t, hiding, href, issues } = props
  const { appeal, appealedAt, answer, judgedAt } = hiding
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('care.hidden-one')} lead={t(hiding.own ? 'care.hidden-own' : 'care.hidden-lead')} />
      <PageBody>
        <Notice>{stateOf(t, hiding)}</Notice>
        <Section title={t('care.why-hidden')}>
          <ReasonGiven t={t} {...hiding} />
        </Section>
        <Written t={t} {...hiding} href={href} />
        {appeal !== null && appealedAt !== null && (
          <Said t={t} title={t('care.appeal-said')} words={appeal} at={appealedAt} />
        )}
        {answer !== null && judgedAt !== null && (
          <Said t={t} title={t('care.judgement-said')} words={answer} at={judgedAt} />
        )}
        {mayAppeal(hiding) && <Appeal {...props} />}
        {mayJudge(hiding) && <Judge {...props} />}
        {mayShowAgain(hiding) && (
          <ConfirmStep
            label={t('care.show-again')}
            question={t('care.show-again-question')}
            action={hidingEndPath(hiding.id)}
            confirm={t('care.show-again')}
            tone="secondary"
          />
        )}
      </PageBody>
    </>
  )
}
