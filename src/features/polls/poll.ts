// The noun: what a poll asks, until when, and what one city answered.
import type { Contribution } from '#trunk/contributions.ts'

export const itemKinds = ['yes-no', 'one', 'several', 'number', 'text', 'file'] as const
/** `one`, `several`: of the choices. */
export type ItemKind = (typeof itemKinds)[number]

export const mostItems = 20
/** Of the items: so that the answer with all of them is never too large to be taken. */
export const mostFiles = 3

/** One of the things that a poll asks. */
export interface Item {
  readonly kind: ItemKind
  readonly words: string
  /** Of `one` and `several`; empty for all others. */
  readonly choices: readonly string[]
  /** Of a number, as it was written: "per 1,000 inhabitants"; may be empty. */
  readonly unit: string
  readonly required: boolean
}

/** `number[]`: places of the choices, from 0; `string`: a text, or the name of a file; null: left out. */
export type Value = boolean | number | string | readonly number[] | null

export const reminders = ['three-days', 'halfway', 'never'] as const
export type Reminder = (typeof reminders)[number]

export interface Poll extends Contribution {
  /** Markdown. */
  readonly text: string
  readonly items: readonly Item[]
  /** ISO 3166-1 alpha-2; empty: of all countries. */
  readonly countries: readonly string[]
  /** Keys of the register's size classes; empty: of every size. */
  readonly sizes: readonly string[]
  readonly endsAt: Date
  readonly remind: Reminder
  readonly remindedAt: Date | null
  /** After the end everybody whom it reaches sees the answers. */
  readonly opensAnswers: boolean
  readonly closedAt: Date | null
  /** Markdown; empty until whoever asked has written it. */
  readonly outcome: string
  /** How many cities were asked, and how many have answered; null where the poll does not reach the viewer any more. */
  readonly asked: number
  readonly answered: number | null
  /** Of the viewer's own city. */
  readonly asksUs: boolean
  readonly weAnswered: boolean
}

export interface Answer {
  readonly id: number
  readonly organisationId: number
  readonly given: readonly Value[]
  /** Not to be passed on outside the network. */
  readonly staysInside: boolean
  readonly givenAt: Date
  readonly changedAt: Date | null
  readonly revision: number
  readonly demonstration: boolean
}

/** The city's own answer, as it is shown inside the city. */
export interface OwnAnswer extends Answer {
  readonly givenBy: string | null
  readonly givenById: number
  readonly changedBy: string | null
}

/** An answer in the table of all. */
export interface CityAnswer extends Answer {
  readonly name: string
  /** Null where the city is not told, like its country. */
  readonly slug: string | null
  readonly country: string | null
}

export interface AnswerFile {
  readonly id: number
  readonly answerId: number
  /** Place of the item, from 0. */
  readonly item: number
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly storedAs: string
}

type Ending = Pick<Poll, 'endsAt' | 'closedAt'>

export const isOver = ({ endsAt, closedAt }: Ending, now: Date): boolean => closedAt !== null || endsAt <= now

export const pollStates = ['open', 'over'] as const
export type PollState = (typeof pollStates)[number]
export const stateOf = (poll: Ending, now: Date): PollState => (isOver(poll, now) ? 'over' : 'open')

const day = 86_400_000

/**
 * When cities that have not answered are reminded, once. Three days before a near end would be at once or never: then halfway.
 * Undefined where nobody is to be.
 */
export function remindAt(remind: Reminder, now: Date, endsAt: Date): Date | undefined {
  if (remind === 'never') return undefined
  const halfway = new Date((now.getTime() + endsAt.getTime()) / 2)
  const late = new Date(endsAt.getTime() - 3 * day)
  return remind === 'three-days' && late > halfway ? late : halfway
}
