// A person as the voice of a city: "Ana Martins, Porto".
import type { Child } from 'hono/jsx'
import { Avatar } from '../avatar/avatar.tsx'
import { classList } from '../class-list.ts'

export interface PersonLineProps {
  readonly name: string
  readonly href?: string | undefined
  readonly memberName?: string | null | undefined
  readonly memberHref?: string | undefined
  /** A role, languages, when. */
  readonly note?: Child | undefined
  /** At the end of the line: a PostButton. */
  readonly action?: Child | undefined
}

export const PersonLine = ({ name, href, memberName, memberHref, note, action }: PersonLineProps) => (
  <div class="person-line">
    <Avatar name={name} />
    <div class="person-words">
      <p class="person-name">{href ? <a href={href}>{name}</a> : name}</p>
      {(memberName || note) && (
        <p class="person-note">
          {memberName && (memberHref ? <a href={memberHref}>{memberName}</a> : <span>{memberName}</span>)}
          {note && <span>{note}</span>}
        </p>
      )}
    </div>
    {action}
  </div>
)

/** Persons below each other, or in two columns where there is room. */
export const PersonList = (props: {
  readonly persons: readonly PersonLineProps[]
  readonly label?: string | undefined
  readonly columns?: boolean | undefined
}) => (
  <ul class={classList('person-list', props.columns && 'person-list-columns')} aria-label={props.label}>
    {props.persons.map((person) => (
      <li>
        <PersonLine {...person} />
      </li>
    ))}
  </ul>
)
