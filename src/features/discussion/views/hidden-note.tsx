// What stands in the place of a reply that was hidden, and the mark on it for those who go on reading it.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { HiddenNote } from '#trunk/hiding.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { hidingPath } from '../paths.ts'

interface HiddenNoteProps {
  readonly t: Translate
  readonly note: HiddenNote
}

const Reason = ({ t, note }: HiddenNoteProps) => (
  <p>
    {t('care.reason', { reason: t(`care.reason-${note.reason}`) })}
    {note.words !== '' && (
      <>
        {' '}
        <q lang={note.lang === t.lang ? undefined : note.lang}>{note.words}</q>
      </>
    )}
    {note.concerned && (
      <>
        {' '}
        <a href={hidingPath(note.id)}>{t('care.more')}</a>
      </>
    )}
  </p>
)

export const HiddenReply = ({ t, note }: HiddenNoteProps) => (
  <article class="reply" id={`reply-${note.replyId}`}>
    <Notice title={t('discussion.hidden', { at: formatMoment(t.lang, note.at) })}>
      <Reason t={t} note={note} />
    </Notice>
  </article>
)

export const HiddenMark = ({ t, note }: HiddenNoteProps) => (
  <Notice tone="warning" title={t('care.is-hidden')}>
    <Reason t={t} note={note} />
  </Notice>
)
