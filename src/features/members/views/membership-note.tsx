// How we know that this city belongs to the network, or that it does not: said on every page, so that nobody takes it for more.
import type { Translate } from '#kernel/locale.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { type MemberInFull, memberName } from '../member.ts'

export interface MembershipNoteProps {
  readonly t: Translate
  readonly member: MemberInFull
  readonly demonstration: boolean
}

const wordsOf = ({ member, demonstration }: MembershipNoteProps): string | undefined => {
  if (member.kind === 'office') return 'members.note-office'
  if (!member.active) return 'members.note-none'
  if (member.state === 'demonstration') return 'members.note-invented'
  return demonstration ? 'members.note-member' : undefined
}

export const MembershipNote = (props: MembershipNoteProps) => {
  const { t, member } = props
  const words = wordsOf(props)
  if (words === undefined) return null
  return (
    <Notice>
      <p>
        {t(words, { name: memberName(member, t.lang) })}
        {member.registerSource && (
          <>
            {' '}
            <a href={member.registerSource} rel="noopener">
              {t('members.register-source', { host: new URL(member.registerSource).host })}
            </a>
          </>
        )}
      </p>
    </Notice>
  )
}
