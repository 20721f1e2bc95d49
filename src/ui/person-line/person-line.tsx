// A person as the voice of a city: "Ana Martins, Porto".
import type { Child } from 'hono/jsx'
import { Avatar } from '../avatar/avatar.tsx'

export interface PersonLineProps {
  readonly name: string
  readonly href?: string | undefined
  readonly memberName?: string | null | undefined
  readonly memberHref?: string | undefined
  /** A role, languages, when. */
  readonly note?: Child | undefined
}

export const PersonLine = ({ name, href, memberName, memberHref, note }: PersonLineProps) => (
  <div class="person-line">
    <Avatar name={name} />
    <div>
      <p class="person-name">{href ? <a href={href}>{name}</a> : name}</p>
      {(memberName || note) && (
        <p class="person-note">
          {memberName && (memberHref ? <a href={memberHref}>{memberName}</a> : <span>{memberName}</span>)}
          {note && <span>{note}</span>}
        </p>
      )}
    </div>
  </div>
)
