// Credit notes that count already and are not sent: here their invoice is settled, for the member it is still open.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { invoicePath } from '../paths.ts'
import type { UnsentNote } from '../store-credit.ts'

export const UnsentNotes = ({ t, notes }: { readonly t: Translate; readonly notes: readonly UnsentNote[] }) =>
  notes.length === 0 ? null : (
    <Notice tone="warning" title={t('payments.unsent-notes')}>
      <p>{t('payments.unsent-notes-text')}</p>
      <ul>
        {notes.map(({ id, number, corrects, name, cents }) => (
          <li>
            <a href={invoicePath(id)}>{t('payments.line-credit-note', { number })}</a>{' '}
            {t('payments.unsent-note-of', { number: corrects, member: name, amount: formatMoney(t.lang, cents) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
