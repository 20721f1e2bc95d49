// What two cities agreed: their days, and how it came about.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { agreementCalendarPath, agreementPath, visitPath } from '../paths.ts'
import type { Agreement } from '../study-visit.ts'
import { daysIn } from './days.ts'
import { StepsLine } from './steps-line.tsx'

interface AgreementProps {
  readonly t: Translate
  readonly agreement: Agreement
}

const titleOf = (t: Translate, { cities: [one, other] }: Agreement): string =>
  t('visits.agreed-between', { one, other })

const Facts = ({ t, agreement }: AgreementProps) => (
  <FactsList
    facts={[
      { term: t('visits.when'), value: daysIn(t, agreement) },
      { term: t('visits.place'), value: agreement.place },
      { term: t('visits.how-many'), value: t('visits.count', { people: agreement.people }) },
    ]}
  />
)

const Ways = ({ t, agreement: { id, visitId } }: AgreementProps) => (
  <ButtonRow>
    <ButtonLink href={agreementCalendarPath(id)} icon="calendar-days">
      {t('visits.to-calendar')}
    </ButtonLink>
    {visitId !== null && (
      <ButtonLink href={`${visitPath(visitId, '')}#wishes`} tone="quiet">
        {t('visits.to-visit')}
      </ButtonLink>
    )}
  </ButtonRow>
)

export const AgreementPage = ({ t, agreement }: AgreementProps) => (
  <>
    <PageTitle t={t} title={titleOf(t, agreement)} lead={t('visits.between')} action={<Ways {...{ t, agreement }} />} />
    <PageBody aside={[<Facts {...{ t, agreement }} />]}>
      <p>
        <StateMark label={t(`visits.state-${agreement.state}`)} tone={agreement.state === 'agreed' ? 'done' : 'calm'} />
      </p>
      {agreement.visitId === null && (
        <Notice>
          <p>{t('visits.out-of-reach')}</p>
        </Notice>
      )}
      <StepsLine t={t} steps={agreement.steps} />
    </PageBody>
  </>
)

/** Above the list of visits. */
export const AgreementLines = ({
  t,
  agreements,
}: {
  readonly t: Translate
  readonly agreements: readonly Agreement[]
}) => (
  <Notice>
    <p>{t('visits.agreed-ahead')}</p>
    <ul>
      {agreements.map((agreement) => (
        <li>
          <a href={agreementPath(agreement.id)}>
            {titleOf(t, agreement)}, {daysIn(t, agreement)}
          </a>
        </li>
      ))}
    </ul>
  </Notice>
)
