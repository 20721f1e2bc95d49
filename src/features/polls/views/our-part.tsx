// What the viewer's city has to do with a poll: the form, its answer, or why there is neither.
import type { Translate } from '#kernel/locale.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { isAsked, mayChangeAnswer, mayWithdrawPoll } from '../permissions.ts'
import { isOver, type OwnAnswer, type Poll } from '../poll.ts'
import { AnswerForm } from './answer-form.tsx'
import { EarlierAnswerPart, OwnAnswerPart } from './own-answer.tsx'
import type { PollPageProps } from './poll-page.tsx'

const Asked = ({ t, poll }: { readonly t: Translate; readonly poll: Poll }) => (
  <Section title={t('polls.what-is-asked')}>
    <ol class="poll-asked" lang={poll.lang === t.lang ? undefined : poll.lang}>
      {poll.items.map(({ words, choices }) => (
        <li>
          {words}
          {choices.length > 0 && <small> ({choices.join(' / ')})</small>}
        </li>
      ))}
    </ol>
  </Section>
)

const stateSentence = ({ t, viewer, poll, now }: PollPageProps): string | undefined => {
  if (poll.weAnswered || poll.state !== 'published') return undefined
  if (!poll.audienceReached) return t('polls.out-of-reach')
  // Whoever asked knows whom.
  if (!poll.asksUs && mayWithdrawPoll(viewer, poll)) return undefined
  if (isOver(poll, now)) return isAsked(viewer, poll) ? t('polls.over-unanswered') : undefined
  return poll.asksUs ? undefined : t('polls.not-asked')
}

/** The form where the city may answer or change; else what it answered, or what is asked. */
export const OurPart = (props: PollPageProps) => {
  const { t, viewer, poll, room, own, earlier, largest, now } = props
  const filesOf = (answer: OwnAnswer | undefined) => props.files.filter(({ answerId }) => answerId === answer?.id)
  const files = filesOf(own)
  const takes = isAsked(viewer, poll) && !poll.closed && !isOver(poll, now)
  const open = takes && (own === undefined || mayChangeAnswer(viewer, own))
  const sentence = stateSentence(props)
  return (
    <>
      {sentence && <Notice tone="info">{sentence}</Notice>}
      {own && <OwnAnswerPart t={t} poll={poll} own={own} files={files} />}
      {earlier.map((answer) => (
        <EarlierAnswerPart t={t} poll={poll} own={answer} files={filesOf(answer)} />
      ))}
      {open && <AnswerForm {...{ t, poll, own, files, largest }} hidden={room?.chatham === true} />}
      {!open && own === undefined && <Asked t={t} poll={poll} />}
    </>
  )
}
