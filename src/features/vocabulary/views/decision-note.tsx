// What was decided, by which office and when: with the words that the thesaurus got, or why it did not get them.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import { conceptPath } from '../paths.ts'
import type { Decision, Proposal } from '../proposal.ts'

const Got = ({ t, proposal, decision: { addition } }: DecisionNoteProps) => {
  if (addition === null) return null
  const words = Object.entries(addition.labels).flatMap(([lang, labels]) => labels.map((label) => ({ lang, label })))
  const same = words.some(({ lang, label }) => lang === proposal.lang && label === proposal.label)
  return (
    <p>
      {t(same ? 'vocabulary.got' : 'vocabulary.got-otherwise')}{' '}
      {words.map(({ lang, label }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={conceptPath(addition.concept)} lang={lang === t.lang ? undefined : lang}>
            {label}
          </a>
        </>
      ))}
    </p>
  )
}

export interface DecisionNoteProps {
  readonly t: Translate
  readonly proposal: Proposal
  readonly decision: Decision
}

export const DecisionNote = (props: DecisionNoteProps) => {
  const { t, decision } = props
  const { accepted, officeName: office, at, reason, writtenIn } = decision
  const title = t(accepted ? 'vocabulary.was-accepted' : 'vocabulary.was-declined', {
    office,
    day: formatDate(t.lang, at),
  })
  return (
    <Notice tone={accepted ? 'success' : 'info'} title={title}>
      {accepted ? <Got {...props} /> : <PlainText text={reason} lang={writtenIn === t.lang ? undefined : writtenIn} />}
    </Notice>
  )
}
