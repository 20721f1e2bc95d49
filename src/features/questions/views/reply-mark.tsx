// Beside each reply: that it helped, or a button to say so.
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { answerPath } from '../paths.ts'

export const HelpedMark = ({ t }: { t: Translate }) => <StateMark label={t('questions.helped')} tone="done" />

export const HelpedButton = ({ t, id, replyId }: { t: Translate; id: number; replyId: number }) => (
  <PostButton action={answerPath(id)} hidden={{ reply: replyId }} icon="check" small>
    {t('questions.this-helped')}
  </PostButton>
)
