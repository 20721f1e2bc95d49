// The manifest: everything a feature declares, so that the roof, the halls and the tests find it without knowing the feature.
import type { Child } from 'hono/jsx'
import type { Role } from '#kernel/viewer.ts'
import type { DateSource } from './calendar/calendar-date.ts'
import type { Db, ReadAs } from './db/database.ts'
import type { Migration } from './db/migration.ts'
import type { DigestPart } from './digest-parts.ts'
import type { BenefitSource, DeskPlace } from './duty-parts.ts'
import type { Meaning } from './embedding/embedder.ts'
import type { ExperienceSource } from './experience.ts'
import type { Fact } from './facts.ts'
import type { PageVisit, Route } from './http/visit.ts'
import type { MailExample, SendMail } from './mail/mail.ts'
import type { ReceivingSettings } from './mail/receiving-settings.ts'
import type {
  Bell,
  FigureSource,
  ListPart,
  MemberPart,
  NothingFoundPart,
  OwnProfilePart,
  PersonPart,
  RoomPart,
  RoomThings,
  SearchPart,
  ShownSearch,
} from './page-parts.ts'

import type { PersonalColumns, Retention } from './personal.ts'

import type { Run } from './running.ts'

import type { ReadTexts, ReplyPart } from './text-parts.ts'
import type { Translator } from './translation/translator.ts'

export type { Mail, MailAttachment, MailExample, MailWords, SendMail } from './mail/mail.ts'

/** An entry of the left navigation. `label` is a message key; `key` is the letter after `g`. */
export interface NavigationEntry {
  readonly label: string
  readonly href: string
  readonly icon: string
  readonly key?: string
  /** Smaller comes first. */
  readonly position: number
  /** Who sees it; everybody when left out. */
  readonly for?: 'signed-in' | Role
}

/** Hears facts after the commit, each at least once: must be idempotent. Runs as the system. */
export interface Listener {
  /** `<feature>.<what>`, the name of its queue. */
  readonly name: string
  /** Names of facts, or all of them. */
  readonly facts: readonly string[] | 'all'
  readonly hear: (fact: Fact, parts: JobParts) => Promise<void>
}

export interface Schedule {
  readonly name: string
  /** Five-field cron expression, in UTC. */
  readonly cron: string
  /** Also when a process starts: after an update nobody should wait for the next round. */
  readonly atStart?: true
  readonly run: (parts: JobParts) => Promise<void>
}

/** What jobs, schedules and commands are given; nothing ambient. */
export interface JobParts {
  readonly system: Db
  /** As a person, at this moment: row-level security leaves out what does not reach them now. */
  readonly readAs: ReadAs
  readonly now: () => Date
  readonly features: readonly Feature[]
  readonly mail: SendMail
  readonly settings: Settings
  /** Where an embedder is configured. */
  readonly meaning?: Meaning | undefined
  /** Where a translation service is configured. */
  readonly translator?: Translator | undefined
}

/** The part of the configuration that features may know. */
export interface Settings {
  readonly baseUrl: string
  readonly dataDir: string
  readonly secret: string
  readonly networkName: string
  /** How many proxies stand in front and name the client in X-Forwarded-For; 0 believes nobody. */
  readonly proxies: number
  /** Days after which authors are asked whether what they shared still holds. */
  readonly confirmAfterDays: number
  /** Where mails are answered to; undefined: nowhere. */
  readonly receiving?: ReceivingSettings | undefined
  /** For tests alone, whose push service runs beside them; no setting of an installation reaches it. */
  readonly pushToLoopback?: true
}

/** What the search hall keeps of a thing. Audience follows the thing; whoever it does not reach finds nothing of it. */
export interface SearchDocument {
  /** Unique per kind: the contribution's, organisation's or person's id. */
  readonly subject: number
  readonly kind: string
  readonly lang: string
  readonly title: string
  readonly summary: string
  readonly body: string
  /** Slugs of concepts given by the author; the tagger finds more in the text. */
  readonly concepts: readonly string[]
  readonly audience: number
  /** Path on this site. */
  readonly path: string
  readonly organisation?: { readonly id: number; readonly name: string; readonly slug: string }
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly year?: number
  /** Maryland Scientific Methods Scale, 0-5. */
  readonly evidence?: number
  readonly population?: number
  /** Nobody confirmed for long that it still holds: found, but not among the first. */
  readonly behind?: boolean
  readonly changedAt: Date
}

export interface SearchSource {
  readonly kind: string
  /** Message keys: "Practice", "Practices". */
  readonly label: string
  readonly plural: string
  /** Facts after which the document of `subject(fact)` is made anew. */
  readonly facts: readonly string[]
  readonly subject: (fact: Fact) => number | undefined
  /** Further documents that such a fact concerns, where more than one does. */
  readonly concerned?: (system: Db, fact: Fact) => Promise<readonly number[]>
  /** The document as the system sees it, or undefined when it should not be found (a draft, withdrawn). */
  readonly document: (system: Db, subject: number) => Promise<SearchDocument | undefined>
  /** All subjects, for a complete re-index. */
  readonly subjects: (system: Db) => Promise<readonly number[]>
}

/** A part that a feature hands to the home page. Returns undefined when it has nothing to show this viewer. */
export interface HomePart {
  readonly name: string
  readonly for: 'visitor' | 'signed-in' | 'everybody'
  /** `top`: what waits for this person, above all else; only on the page of persons. */
  readonly place: 'top' | 'main' | 'aside' | 'map'
  readonly position: number
  readonly draw: (c: PageVisit) => Promise<Child | undefined>
  /** Contributions that it lists itself: they are not listed once more among what is new. */
  readonly shows?: (c: PageVisit) => Promise<readonly number[]>
}

/** A part that a feature hands to the pages of what others share: who does it too, a bookmark. Undefined when there is nothing to show. */
export interface ContributionPart {
  readonly name: string
  /** Kinds of contributions on whose pages it stands, also those that do not exist yet. */
  readonly kinds: readonly string[] | 'all'
  /** Below the text, in the right column, or among the buttons beside the title. */
  readonly place: 'below' | 'aside' | 'tools'
  readonly position: number
  /** Asked together with the contribution itself: whether the viewer reaches it is not known yet, the database decides. */
  readonly draw: (c: PageVisit, thing: { readonly kind: string; readonly id: number }) => Promise<Child | undefined>
}

/** What people write below a contribution, in message keys: the heading (knows `count`), where nobody has yet, the field, and the way in for visitors. */
export interface DiscussionWords {
  readonly title: string
  readonly none: string
  readonly field: string
  readonly signIn: string
  /** Something is asked there: whoever asked may say on top what came of the answers. */
  readonly summarised?: true
}

/** A kind of contribution: what the parts that serve every kind must know of it. */
export interface ContributionKind {
  readonly kind: string
  /** Message keys: "Practice", "Practices". */
  readonly label: string
  readonly plural: string
  readonly path: (id: number, title: string) => string
  /** Facts by which one of them has come: whoever watches what it is about hears of it then. Left out: nobody does. */
  readonly arrives?: readonly string[]
  /** Several cities may write one together; otherwise it is one city's word, and nobody is asked to. */
  readonly together?: boolean
  /** Where people write something else below it than questions and replies. */
  readonly discussion?: DiscussionWords
  /** What it says beside its title, as far as it reaches whoever `db` was entered as: may be translated. */
  readonly texts?: ReadTexts
}

/** A command of the administration command line. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** For example `invite EMAIL --organisation SLUG [--role colleague|coordinator|office]`. */
  readonly usage: string
  /** Throws a `CommandFailed` with one clear sentence. */
  readonly run: (args: readonly string[], parts: JobParts & { readonly print: (line: string) => void }) => Promise<void>
}

/** Thrown by commands: the sentence is printed, the exit code is 1. */
export class CommandFailed extends Error {}

/** Loads a feature's part of the demonstration network; called in the order of features.ts on a new database. */
export type LoadDemonstration = (parts: JobParts & { readonly folder: string }) => Promise<void>

export interface Feature {
  readonly name: string
  /** Neighbours whose public.ts it imports. */
  readonly uses?: readonly string[]
  readonly routes?: readonly Route[]
  /** Patterns of its routes that visitors may use, `GET /practices`; all others need a signed-in person. */
  readonly open?: readonly string[]
  readonly navigation?: readonly NavigationEntry[]
  /** Each permission in one sentence, for the documentation and the matrix. */
  readonly permissions?: Readonly<Record<string, string>>
  readonly kinds?: readonly ContributionKind[]
  readonly hears?: readonly Listener[]
  readonly schedules?: readonly Schedule[]
  readonly search?: readonly SearchSource[]
  readonly home?: readonly HomePart[]
  readonly figures?: readonly FigureSource[]
  readonly beside?: readonly ContributionPart[]
  readonly belowReplies?: readonly ReplyPart[]
  readonly lists?: readonly ListPart[]
  readonly members?: readonly MemberPart[]
  readonly persons?: readonly PersonPart[]
  readonly rooms?: readonly RoomPart[]
  readonly roomThings?: readonly RoomThings[]
  readonly desk?: readonly DeskPlace[]
  readonly benefits?: readonly BenefitSource[]
  readonly digest?: readonly DigestPart[]
  readonly dates?: readonly DateSource[]
  /** Who has done something about a topic: whom a question on it may go to. */
  readonly experience?: readonly ExperienceSource[]
  readonly ownProfile?: readonly OwnProfilePart[]
  readonly nothingFound?: readonly NothingFoundPart[]
  readonly searchParts?: readonly SearchPart[]
  readonly bell?: Bell
  /** Told of every search that a page answers; a GET writes nothing, so it notes at most. */
  readonly searched?: (c: PageVisit, search: ShownSearch) => void
  /** Facts it tells, with the message key of the sentence that history pages show. */
  readonly facts?: Readonly<Record<string, string>>
  readonly migrations?: readonly Migration[]
  /** Every column of its tables that names a person or holds somebody's address; a test finds what is missing. */
  readonly personal?: PersonalColumns
  readonly retention?: readonly Retention[]
  /** One example of each mail that it writes. */
  readonly mails?: readonly MailExample[]
  readonly commands?: readonly Command[]
  /** Runs beside the web as long as the process does, where it is configured: a listener, a mailbox that is read. */
  readonly runs?: Run
  readonly demonstration?: LoadDemonstration
  /**
   * Brings up to date what each process keeps in memory of the database: when it starts, and after facts, also those of
   * other processes. Gives whether anything changed. Must be quick where nothing did.
   */
  readonly recall?: (db: Db) => Promise<boolean>
}
