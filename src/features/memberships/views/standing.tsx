// What stands about a membership for those whom it concerns: a notice that can be taken back, a suspension that can end.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { liftPath, withdrawalPath } from '../paths.ts'
import type { Resignation, Subject, Suspension } from '../store.ts'
import { dayIn, type NameOf } from '../words.ts'

export interface StandingProps {
  readonly t: Translate
  readonly subject: Subject
  readonly nameOf: NameOf
  readonly today: string
  readonly notices: readonly (Resignation & { readonly mayWithdraw: boolean })[]
  /** Not over yet. */
  readonly running: readonly (Suspension & { readonly mayLift: boolean })[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const ofWhat = ({ subject, nameOf }: StandingProps, membershipId: number): string =>
  nameOf(subject.memberships.find(({ id }) => id === membershipId)?.forumId ?? null)

const GivenNotice = ({ about, notice }: { about: StandingProps; notice: StandingProps['notices'][number] }) => {
  const { t, subject } = about
  const values = { of: ofWhat(about, notice.membershipId), day: dayIn(t, notice.lastDay) }
  return (
    <Notice tone="warning" title={t('memberships.notice-stands', values)}>
      <p>{t('memberships.notice-received', { day: dayIn(t, notice.receivedOn) })}</p>
      {notice.mayWithdraw && (
        <ConfirmStep
          label={t('memberships.withdraw')}
          question={t('memberships.withdraw-question', values)}
          action={withdrawalPath(subject.slug)}
          hidden={{ membership: notice.membershipId }}
          confirm={t('memberships.withdraw-confirm')}
          tone="primary"
        />
      )}
    </Notice>
  )
}

const Suspended = ({ about, suspension }: { about: StandingProps; suspension: StandingProps['running'][number] }) => {
  const { t, subject, today, typed, issues } = about
  const values = { of: ofWhat(about, suspension.membershipId), day: dayIn(t, suspension.beginsOn) }
  return (
    <Notice tone="warning" title={t('memberships.suspension-stands', values)}>
      <p>{suspension.reason}</p>
      <p>{t('memberships.suspension-private')}</p>
      {suspension.mayLift && (
        <ConfirmStep
          label={t('memberships.lift')}
          question={t('memberships.lift-question', values)}
          action={liftPath(subject.slug)}
          confirm={t('memberships.lift')}
          tone="primary"
        >
          <DateField
            t={t}
            name="from"
            label={t('memberships.field-from')}
            value={typed['from'] ?? today}
            issues={issues}
            required
          />
        </ConfirmStep>
      )}
    </Notice>
  )
}

export const Standing = (props: StandingProps) => (
  <>
    {props.running.map((suspension) => (
      <Suspended about={props} suspension={suspension} />
    ))}
    {props.notices.map((notice) => (
      <GivenNotice about={props} notice={notice} />
    ))}
  </>
)
