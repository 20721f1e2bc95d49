// The letters that the next round would send, each to be read and to be taken out.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Stack } from '#ui/page/page.tsx'
import { remindersPath } from '../paths.ts'
import { keyOf } from '../reminder.ts'
import type { PreviewedLetter, RemindersPageProps } from './reminders-page.tsx'

const Lines = ({ text }: { readonly text: string }) => (
  <p>
    {text.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </p>
)

const LetterLine = ({ t, letter }: { readonly t: Translate; readonly letter: PreviewedLetter }) => (
  <div>
    <CheckField
      t={t}
      id={`letter-${keyOf(letter)}`}
      name="letters[]"
      value={keyOf(letter)}
      checked
      label={t('payments.letter-line', {
        ...{ member: letter.name, step: t(`payments.step-${letter.step}`), amount: formatMoney(t.lang, letter.cents) },
        count: letter.items.length,
      })}
    />
    <details class="confirm-step">
      <summary class="button button-quiet button-small">{t('payments.letter-read')}</summary>
      <div lang={letter.lang}>
        <Stack>
          <strong>{letter.subject}</strong>
          {letter.text.split('\n\n').map((part) => (
            <Lines text={part} />
          ))}
        </Stack>
      </div>
    </details>
  </div>
)

export const NextRound = ({ t, letters }: RemindersPageProps) =>
  letters.length === 0 ? (
    <EmptyState icon="circle-check" title={t('payments.nothing-due')} text={t('payments.nothing-due-text')} />
  ) : (
    <Form t={t} action={remindersPath} label={t('payments.next-round')}>
      {letters.map((letter) => (
        <LetterLine t={t} letter={letter} />
      ))}
      <p>{t('payments.send-text')}</p>
      <ButtonRow>
        <Button tone="primary" icon="send">
          {t('payments.send')}
        </Button>
      </ButtonRow>
    </Form>
  )
