// What became of a round: letter by letter.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { ProgressPanel } from '#ui/progress-panel/progress-panel.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { accountPath, roundPath } from '../paths.ts'
import type { Letter, Round } from '../store-reminders.ts'

export interface RoundPageProps {
  readonly t: Translate
  readonly round: Round
  readonly letters: readonly Letter[]
}

const tones = { waiting: 'calm', sent: 'done', stopped: 'calm', 'no-address': 'danger', undelivered: 'danger' } as const

const toWhom = (t: Translate, names: readonly string[]): string =>
  names.map((name) => name || t('payments.recipient-invoices')).join(', ')

const State = ({ t, letter }: { readonly t: Translate; readonly letter: Letter }) => {
  const { state, doneAt, unreached, failing } = letter
  return (
    <>
      <StateMark label={t(`payments.letter-${state}`)} tone={tones[state]} />{' '}
      {doneAt === null ? '' : formatMoment(t.lang, doneAt)}
      {unreached.length > 0 && <p>{t('payments.letter-unreached', { names: toWhom(t, unreached) })}</p>}
      {failing.length > 0 && <p>{t('payments.letter-failing', { names: toWhom(t, failing) })}</p>}
    </>
  )
}

const Letters = ({ t, letters }: Pick<RoundPageProps, 't' | 'letters'>) => (
  <DataTable
    t={t}
    caption={t('payments.column-letters')}
    hideCaption
    columns={[
      { label: t('payments.column-member') },
      { label: t('payments.column-reminder') },
      { label: t('payments.column-invoices') },
      { label: t('payments.column-state') },
    ]}
    rows={letters.map((letter) => [
      <a href={accountPath(letter.slug)}>{letter.name}</a>,
      t(`payments.step-${letter.step}`),
      letter.numbers,
      <State t={t} letter={letter} />,
    ])}
  />
)

/** All of it inside, since with script only the panel is drawn anew. */
const RoundProgress = ({ t, round, letters }: RoundPageProps) => (
  <ProgressPanel
    t={t}
    title={t('payments.sending')}
    state={round.waiting > 0 ? 'running' : 'finished'}
    done={round.letters - round.waiting}
    total={round.letters}
    refreshHref={roundPath(round.id)}
  >
    <Letters t={t} letters={letters} />
  </ProgressPanel>
)

export const RoundPage = ({ t, round, letters }: RoundPageProps) => (
  <>
    <PageTitle
      t={t}
      kind={t('payments.reminders')}
      title={t('payments.round-of', { moment: formatMoment(t.lang, round.madeAt) })}
      lead={t('payments.decided-by', {
        name: round.madeBy ?? t('payments.somebody'),
        moment: formatMoment(t.lang, round.madeAt),
      })}
    />
    <RoundProgress t={t} round={round} letters={letters} />
  </>
)
