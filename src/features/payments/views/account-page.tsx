// The office's page of one member: its account, its credit, and whether it is reminded.
import { dayOf } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { creditUsePath, holdEndPath, holdPath, refundPath } from '../paths.ts'
import { balanceWords } from '../statement-words.ts'
import type { CreditMove, UnsentNote } from '../store-credit.ts'
import type { Hold, Letter } from '../store-reminders.ts'
import { type AccountProps, AccountYear, Letters } from './account.tsx'
import { CreditMoves } from './credit-moves.tsx'
import { UnsentNotes } from './unsent-notes.tsx'
import { typedMoney } from './words.tsx'

export interface AccountPageProps extends AccountProps {
  readonly member: { readonly slug: string; readonly name: string }
  /** As of today. */
  readonly balanceCents: number
  readonly creditCents: number
  /** What has become of it so far. */
  readonly moves: readonly CreditMove[]
  readonly notes: readonly UnsentNote[]
  readonly somethingOpen: boolean
  readonly hold: Hold | undefined
  readonly letters: readonly Letter[]
  readonly now: Date
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Credit = ({ t, member, creditCents, somethingOpen, typed, issues, now }: AccountPageProps) =>
  creditCents === 0 ? null : (
    <Section title={t('payments.credit', { amount: formatMoney(t.lang, creditCents) })}>
      {somethingOpen && <PostButton action={creditUsePath(member.slug)}>{t('payments.use-credit')}</PostButton>}
      <Form t={t} action={refundPath(member.slug)} hidden={{ seen: creditCents }} label={t('payments.refund')}>
        <TextField
          t={t}
          name="amount"
          label={t('payments.field-refund')}
          value={typed['amount'] ?? typedMoney(t, creditCents)}
          issues={issues}
          inputmode="decimal"
          width="short"
          required
        />
        <DateField
          t={t}
          name="day"
          label={t('payments.field-day')}
          value={typed['day'] ?? dayOf(now)}
          issues={issues}
          required
        />
        <ButtonRow>
          <Button>{t('payments.refund')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )

const HoldBack = ({ t, member, hold, typed, issues }: AccountPageProps) => (
  <Section title={t('payments.reminders')}>
    {hold === undefined ? (
      <Form t={t} action={holdPath(member.slug)} label={t('payments.hold-back')}>
        <TextField
          t={t}
          name="reason"
          label={t('payments.field-reason')}
          hint={t('payments.hint-reason')}
          value={typed['reason']}
          issues={issues}
          maxlength={300}
          required
        />
        <ButtonRow>
          <Button>{t('payments.hold-back')}</Button>
        </ButtonRow>
      </Form>
    ) : (
      <>
        <Notice>{t('payments.held', { reason: hold.reason })}</Notice>
        <PostButton action={holdEndPath(member.slug)}>{t('payments.remind-again')}</PostButton>
      </>
    )}
  </Section>
)

const Acts = (props: AccountPageProps) => (
  <>
    <Credit {...props} />
    <HoldBack {...props} />
  </>
)

export const AccountPage = (props: AccountPageProps) => {
  const { t, member, balanceCents, letters, issues, notes } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={t('payments.account')} title={member.name} lead={balanceWords(t, balanceCents)} />
      <PageBody aside={<Acts {...props} />}>
        <UnsentNotes t={t} notes={notes} />
        <AccountYear {...props} />
        <CreditMoves {...props} />
        <Letters t={t} letters={letters} />
      </PageBody>
    </>
  )
}
