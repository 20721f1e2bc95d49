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
  /** The replies that stand in it, with the person's name where that stands with their words. */
  readonly used: readonly { readonly id: number; readonly named: string | null }[]
}

/** What a field of a practice holds. */
const longestText = 20_000
/** Of a practice; the question is the first of them. */
export const mostSaid = 49

/** Persons are named within the network. Beyond it their city is; in a room and between named persons (Chatham House Rule) nobody. */
const namesPersons: readonly AudienceKind[] = ['network', 'forum', 'organisation']
const personIn = (kind: AudienceKind, { authorName }: Said): string | null =>
  namesPersons.includes(kind) && authorName ? authorName : null

function nameIn(kind: AudienceKind, said: Said): string | undefined {
  if (!said.authorName || kind === 'room' || kind === 'persons') return undefined
  return [personIn(kind, said), said.organisationName].filter(Boolean).join(', ')
}

/** Signs that Markdown would read. */
const inert = (name: string): string => name.replaceAll(/[\\`*_[\]<>]/g, '\\$&')

const asBlock = (kind: AudienceKind, said: Said): string => {
  const name = nameIn(kind, said)
  return name === undefined ? said.text : `**${inert(name)}:**\n\n${said.text}`
}

/** Whole texts only: a half sentence is nobody's. */
function joined(
  kind: AudienceKind,
  replies: readonly Said[],
): { readonly text: string; readonly used: readonly Said[] } {
  let text = ''
  const used = replies.filter((said) => {
    const next = [text, asBlock(kind, said)].filter(Boolean).join('\n\n')
    const fits = next.length <= longestText
    if (fits) text = next
    return fits
  })
  return { text, used }
}

export function gatherThread(thread: Thread, addresses: Addresses): Gathered {
  const { audienceKind: kind, summary = '', helpfulId, replies } = thread
  const leads = joined(kind, summary === '' ? replies.filter(({ id }) => id === helpfulId) : [])
  const others = joined(
    kind,
    replies.filter((one) => !leads.used.includes(one)),
  )
  const used = replies.filter((one) => leads.used.includes(one) || others.used.includes(one))
  const sources = used.flatMap((said) => {
    const name = nameIn(kind, said)
    const title = `${name}, ${said.day}`.replaceAll('|', '/')
    return name === undefined ? [] : [{ title, address: addresses.reply(said.id) }]
  })
  return {
    summary: summary === '' ? '' : plainText(summary, 390),
    problem: thread.text,
    response: summary === '' ? leads.text : summary,
    lessons: others.text,
    sources: [{ title: thread.title.replaceAll('|', '/'), address: addresses.question }, ...sources],
    used: used.map((said) => ({ id: said.id, named: personIn(kind, said) })),
  }
}
