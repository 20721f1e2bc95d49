// From a thread to the texts of a practice: pure, so that what goes where can be read and tested.
import type { AudienceKind } from '#kernel/audience.ts'
import { plainText } from '#platform/text/markdown.ts'

export interface Said {
  readonly id: number
  /** Markdown. */
  readonly text: string
  /** Undefined or null: whoever wrote it is not named. */
  readonly authorName: string | null | undefined
  readonly organisationName: string
  /** As shown: "12 March 2026". */
  readonly day: string
}

export interface Thread {
  readonly title: string
  readonly text: string
  readonly audienceKind: AudienceKind
  readonly summary: string | undefined
  readonly helpfulId: number | undefined
  readonly replies: readonly Said[]
}

export interface Addresses {
  readonly question: string
  readonly reply: (id: number) => string
}

export interface Gathered {
  readonly summary: string
  readonly problem: string
  readonly response: string
  readonly lessons: string
  readonly sources: readonly { readonly title: string; readonly address: string }[]
}

/** What a field of a practice holds. */
const longestText = 20_000
/** Of a practice; the question is the first of them. */
export const mostSaid = 49

/** What was said in a room or between named persons may be used; who said it is not told. */
const namesSources = (kind: AudienceKind): boolean => kind !== 'room' && kind !== 'persons'

const nameOf = ({ authorName, organisationName }: Said): string | undefined =>
  authorName ? `${authorName}, ${organisationName}` : undefined

/** Signs that Markdown would read. */
const inert = (name: string): string => name.replaceAll(/[\\`*_[\]<>]/g, '\\$&')

const asBlock = (said: Said, named: boolean): string => {
  const name = named ? nameOf(said) : undefined
  return name === undefined ? said.text : `**${inert(name)}:**\n\n${said.text}`
}

/** Whole texts only: a half sentence is nobody's. */
function joined(blocks: readonly string[]): string {
  let text = ''
  for (const block of blocks) {
    const next = text === '' ? block : `${text}\n\n${block}`
    if (next.length <= longestText) text = next
  }
  return text
}

export function gatherThread(thread: Thread, addresses: Addresses): Gathered {
  const named = namesSources(thread.audienceKind)
  const { summary = '', helpfulId } = thread
  const helpful = thread.replies.find(({ id }) => id === helpfulId)
  const leads = summary === '' ? helpful : undefined
  const others = thread.replies.filter((one) => one !== leads)
  const sources = thread.replies.flatMap((said) => {
    const name = named ? nameOf(said) : undefined
    return name === undefined
      ? []
      : [{ title: `${name}, ${said.day}`.replaceAll('|', '/'), address: addresses.reply(said.id) }]
  })
  return {
    summary: summary === '' ? '' : plainText(summary, 390),
    problem: thread.text,
    response: summary !== '' ? summary : leads === undefined ? '' : asBlock(leads, named),
    lessons: joined(others.map((said) => asBlock(said, named))),
    sources: [{ title: thread.title.replaceAll('|', '/'), address: addresses.question }, ...sources],
  }
}
