// What waits for a decision, what is hidden, and what became of what one reported oneself.
import type { Translate } from '#kernel/locale.ts'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { Hiding, Report } from '../care.ts'
import { conductPath } from '../paths.ts'
import { mayJudge } from '../permissions.ts'
import { Hidings, Reports } from './lines.tsx'

export interface CarePageProps {
  readonly t: Translate
  readonly waiting: readonly Report[]
  readonly own: readonly Report[]
  readonly hidings: readonly Hiding[]
}

export const CarePage = ({ t, waiting, own, hidings }: CarePageProps) => {
  const judging = hidings.filter(mayJudge)
  const mine = hidings.filter((one) => one.own)
  const others = hidings.filter((one) => one.cares && !judging.includes(one))
  const empty = waiting.length + own.length + hidings.length === 0
  return (
    <>
      <PageTitle
        t={t}
        title={t('care.title')}
        lead={t('care.lead')}
        facts={<a href={conductPath}>{t('care.conduct')}</a>}
      />
      <PageBody>
        {empty && <EmptyState icon="circle-check" title={t('care.none')} />}
        {waiting.length > 0 && <Reports t={t} title={t('care.waiting')} reports={waiting} />}
        {judging.length > 0 && <Hidings t={t} title={t('care.judging')} hidings={judging} />}
        {mine.length > 0 && <Hidings t={t} title={t('care.mine-hidden')} hidings={mine} />}
        {own.length > 0 && <Reports t={t} title={t('care.mine-reported')} reports={own} />}
        {others.length > 0 && <Hidings t={t} title={t('care.all-hidden')} hidings={others} />}
      </PageBody>
    </>
  )
}
