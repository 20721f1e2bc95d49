// What features hand to those with a duty towards others: places to work from, and what membership yielded.
import type { Viewer } from '#kernel/viewer.ts'
import type { Reading } from './digest-parts.ts'
import type { PageVisit } from './http/visit.ts'

/** A place of work that a feature hands to the desk: what an office does there, or whoever coordinates a member. */
export interface DeskPlace {
  /** Message keys: what it is called, and a sentence on what one does there. */
  readonly label: string
  readonly about: string
  readonly href: string
  readonly position: number
  readonly for: 'office' | 'coordinator'
  /** Whether this viewer works there; whoever has the role when left out. */
  readonly open?: (viewer: Viewer) => boolean
  /** How many things wait there for this viewer, through their own policies. */
  readonly waiting?: (c: Reading) => Promise<number>
}

/** What membership yielded an organisation in a civil year, as one line: a number or an amount with its words, and the things behind it. */
export interface Benefit {
  readonly value: number | string
  readonly label: string
  /** Above the things: "What we took over". */
  readonly heading?: string
  /** The things that were counted, as far as they have a name within the viewer's reach. */
  readonly things?: readonly BenefitThing[]
}
export interface BenefitThing {
  readonly title: string
  readonly lang: string
  readonly href: string
  /** What a council wants to know of it beside its name, in the reader's words: when, where, how much. */
  readonly note?: string
}
export interface BenefitSource {
  readonly position: number
  /** Through the viewer's own policies. Lines that are nothing are left out by whoever draws them. */
  readonly count: (c: PageVisit, organisationId: number, year: number) => Promise<readonly Benefit[]>
  /** Where this viewer writes down what is counted, for the organisation with this slug; undefined where nobody does, or they may not. */
  readonly record?: (c: PageVisit, slug: string) => { readonly label: string; readonly href: string } | undefined
}
