// What features hand to the page of something they do not know: a city, a room, somebody's own profile.
import type { Child } from 'hono/jsx'
import type { Db } from './db/database.ts'
import type { ActVisit, PageVisit } from './http/visit.ts'

/** A part that a feature hands to the page of a city or region: stands in the right column, below what is known of it. */
export interface MemberPart {
  readonly name: string
  readonly position: number
  readonly draw: (c: PageVisit, organisationId: number) => Promise<Child | undefined>
}

/** A part that a feature hands to the page of a person: among the buttons beside the name. Never on one's own page. */
export interface PersonPart {
  readonly name: string
  readonly position: number
  readonly draw: (
    c: PageVisit,
    person: { readonly id: number; readonly slug: string; readonly organisationId: number },
  ) => Promise<Child | undefined>
}

/** A part that a feature hands to the page on which somebody changes their own profile: a form of its own, below the others. */
export interface OwnProfilePart {
  readonly name: string
  readonly position: number
  /** `db` is the page's, or a fresh transaction of a form that was refused. */
  readonly draw: (c: PageVisit | ActVisit, db: Db) => Promise<Child | undefined>
}

/** A part that a feature hands to the page of a room, for those who are in it: documents, dates. */
export interface RoomPart {
  readonly name: string
  readonly place: 'main' | 'aside'
  readonly position: number
  /** `writable`: nothing is added to an archived room. */
  readonly draw: (c: PageVisit, room: { readonly id: number; readonly writable: boolean }) => Promise<Child | undefined>
}

/** What lies in a room and is no contribution, as notices name it. */
export interface RoomThing {
  readonly id: number
  readonly title: string
  readonly roomName: string
  readonly chatham: boolean
  /** In words of that language. */
  readonly when: (lang: string) => string
  readonly at: Date
  readonly calledOff: boolean
  readonly path: string
}

/** A sort of them, such as `meeting`: found as whoever reads; what is out of reach is left out. */
export interface RoomThings {
  readonly sort: string
  readonly list: (db: Db, ids: readonly number[]) => Promise<readonly RoomThing[]>
}

/** A part that a feature hands to the list of a kind, or to its empty form: import, export, another way to begin. Stands beside the title. */
export interface ListPart {
  readonly name: string
  /** Kinds of contributions above whose list, or form, it stands. */
  readonly kinds: readonly string[]
  readonly place: 'list' | 'form'
  readonly position: number
  /** A form that was refused is drawn while acting. */
  readonly draw: (c: PageVisit | ActVisit) => Child | undefined
}

/** A way on that a feature hands to the page of a search that found nothing. Draws from the words alone; persons and visitors both come here. */
export interface NothingFoundPart {
  readonly name: string
  readonly position: number
  /** `words` as they were searched for, at most 300 characters; perhaps none. */
  readonly draw: (c: PageVisit, words: string) => Child
}

/** What is new for whoever is signed in, in the head of every page. One feature has it. */
export interface Bell {
  /** Where it is listed. */
  readonly href: string
  /** An open answer that tells when to ask again, and where the number is asked for. */
  readonly live: string
  readonly count: string
  readonly countUnread: (c: PageVisit) => Promise<number>
}

/** A number counted live, through the viewer's own policies, for the home page. */
export interface Figure {
  /** Already formatted for the reader. */
  readonly value: string
  readonly label: string
  readonly href?: string
}
export interface FigureSource {
  readonly position: number
  readonly count: (c: PageVisit) => Promise<readonly Figure[]>
}

/** A search as its page answers it. */
export interface ShownSearch {
  readonly words: string
  /** By filters. */
  readonly narrowed: boolean
  readonly total: number
  /** The contributions on this page of the answers. */
  readonly contributions: readonly number[]
}

/** A part that a feature hands to the page of a search: stands above the answers. */
export interface SearchPart {
  readonly name: string
  readonly position: number
  /** `fresh`: which of the contributions are marked as new, instead of those since the last visit. */
  readonly draw: (
    c: PageVisit,
    search: ShownSearch,
  ) => Promise<{ readonly above?: Child; readonly fresh?: ReadonlySet<number> } | undefined>
}
