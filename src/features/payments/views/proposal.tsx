// What an entry may mean, and why; one click says yes.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { writeParts } from '../inputs.ts'
import { accountPath, settlementPath } from '../paths.ts'
import type { NamedPart, NamedProposal } from '../proposals.ts'

const PartLine = ({ t, part }: { readonly t: Translate; readonly part: NamedPart }) => {
  const values = {
    amount: formatMoney(t.lang, part.cents),
    number: part.number ?? '',
    open: formatMoney(t.lang, part.openCents),
  }
  const words = part.number === null ? 'credit' : part.cents < part.openCents ? 'of' : 'whole'
  return (
    <li>
      <a href={accountPath(part.slug)}>{part.member}</a> – {t(`payments.part-${words}`, values)}
    </li>
  )
}

export interface ProposalProps {
  readonly t: Translate
  readonly entryId: number
  readonly proposal: NamedProposal
  /** The first is what the office most probably wants. */
  readonly first: boolean
}

export const Proposal = ({ t, entryId, proposal, first }: ProposalProps) => {
  const { parts, reasons } = proposal
  const label = t('payments.confirm-for', { members: [...new Set(parts.map(({ member }) => member))].join(', ') })
  return (
    <Form
      t={t}
      action={settlementPath(entryId)}
      label={label}
      hidden={{ parts: writeParts(parts), reasons: reasons.join(' ') }}
    >
      <ul>
        {parts.map((part) => (
          <PartLine t={t} part={part} />
        ))}
      </ul>
      <p>{t('payments.because', { reasons: reasons.map((reason) => t(`payments.reason-${reason}`)).join(' · ') })}</p>
      <Button tone={first ? 'primary' : 'secondary'} icon="check" label={label}>
        {t('payments.confirm')}
      </Button>
    </Form>
  )
}
