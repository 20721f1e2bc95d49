// Why one cannot write oneself, by one's own choice, and the way to change it.
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { Correspondent, OwnHindrance } from '../message.ts'
import { blockEndPath } from '../paths.ts'

export interface OwnHindranceProps {
  readonly t: Translate
  readonly hindrance: OwnHindrance
  readonly other: Pick<Correspondent, 'name' | 'slug'>
}

export const OwnHindranceNote = ({ t, hindrance, other: { name, slug } }: OwnHindranceProps) => (
  <Notice>
    <p>{t(hindrance === 'blocked' ? 'messages.blocked-by-you' : 'messages.closed-by-you', { name })}</p>
    <PostButton action={blockEndPath} hidden={{ whom: hindrance === 'blocked' ? slug : '*' }} small>
      {t(hindrance === 'blocked' ? 'messages.unblock' : 'messages.open-again')}
    </PostButton>
  </Notice>
)
