// The noun: a piece of a brought text with its heading, and where in a practice it may go.
import { type PartName, partNames } from '../practices/public.ts'

export const places = ['summary', ...partNames] as const
export type Place = 'summary' | PartName

export const isPlace = (name: string | null | undefined): name is Place =>
  (places as readonly string[]).includes(name ?? '')

export interface Section {
  /** As it stood there; empty for text without one. */
  readonly heading: string
  /** Markdown. */
  readonly text: string
  /** Where we would put it; undefined: nowhere. */
  readonly proposed: Place | undefined
}

/** A section as it waits to be taken over. */
export interface WaitingSection extends Section {
  readonly id: number
}

/** Characters: what the fields of a practice hold. */
export const longestSummary = 400
export const longestPart = 20_000
