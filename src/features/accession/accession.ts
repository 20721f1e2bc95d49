// The noun: the file of an accession, and the rules of its path. Pure: the day comes in from outside, refusals are names.
import type { Lang } from '#kernel/locale.ts'

export const memberKinds = ['municipality', 'association', 'region'] as const
export type MemberKind = (typeof memberKinds)[number]

/** The path that both sides see, in its order. */
export const pathSteps = ['enquiry', 'resolution', 'application', 'admission', 'effective', 'welcome'] as const
export const conditions = ['coalition', 'coordinator'] as const
export type StepKind = (typeof pathSteps)[number] | (typeof conditions)[number] | 'refusal' | 'withdrawal'
/** Who took a step: the city, the office that decides, or the software after a decision. */
export type Side = 'city' | 'office' | 'software'

export const states = ['enquired', 'resolved', 'applied', 'admitted', 'welcomed', 'refused', 'withdrawn'] as const
export type AccessionState = (typeof states)[number]

export interface Votes {
  readonly for: number
  readonly against: number
  readonly abstained: number
}

/** What a step says; of a kind that was taken twice the later one counts, the earlier stays readable. */
export interface StepContent {
  readonly kind: StepKind
  /** Civil day. */
  readonly day: string
  /** Of a resolution; null where nobody counted, or the figures are not known. */
  readonly votes: Votes | null
  readonly proposedBy: string
  /** Of a coalition: the day is the one by which it will exist. */
  readonly promised: boolean
  readonly personName: string
  readonly personEmail: string
  readonly note: string
}
export interface Document {
  readonly id: number
  readonly stepId: number
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly storedAs: string
}
export interface Step extends StepContent {
  readonly id: number
  readonly side: Side
  readonly at: Date
  readonly documents: readonly Document[]
}

export interface Accession {
  readonly id: number
  /** The organisation of the register: chosen by the enquirer, or made by the admission. */
  readonly organisationId: number | null
  readonly organisationSlug: string | null
  /** The forum whose office decides; null: the network's. */
  readonly forumId: number | null
  readonly kind: MemberKind
  readonly name: string
  readonly country: string
  readonly population: number
  readonly populationYear: number
  readonly populationSource: string
  readonly contactName: string
  readonly contactEmail: string
  readonly lang: Lang
  readonly demonstration: boolean
  readonly steps: readonly Step[]
}

type Taken = Pick<Accession, 'steps'>
export const latest = ({ steps }: Taken, kind: StepKind): Step | undefined => steps.findLast((one) => one.kind === kind)

const decided: readonly (readonly [StepKind, AccessionState])[] = [
  ['withdrawal', 'withdrawn'],
  ['refusal', 'refused'],
  ['welcome', 'welcomed'],
  ['admission', 'admitted'],
  ['application', 'applied'],
  ['resolution', 'resolved'],
]
/** The furthest of the steps that were taken says how far it is. */
export const stateOf = (kinds: readonly StepKind[]): AccessionState =>
  decided.find(([kind]) => kinds.includes(kind))?.[1] ?? 'enquired'
export const stateOfFile = ({ steps }: Taken): AccessionState => stateOf(steps.map(({ kind }) => kind))
export const isOpen = (state: AccessionState): boolean => ['enquired', 'resolved', 'applied'].includes(state)

/** Whose turn it is, and for what. */
export type Waiting = { readonly side: 'city' | 'office'; readonly for: StepKind } | undefined
const turns: Partial<Record<AccessionState, StepKind>> = { enquired: 'resolution', resolved: 'application' }
export function waitingFor(kinds: readonly StepKind[]): Waiting {
  const state = stateOf(kinds)
  const turn = turns[state]
  if (turn !== undefined) return { side: 'city', for: turn }
  if (state !== 'applied') return undefined
  const missing = conditions.find((one) => !kinds.includes(one))
  return missing === undefined ? { side: 'office', for: 'admission' } : { side: 'city', for: missing }
}

export type StepRefusal =
  | 'decided'
  | 'day-ahead'
  | 'votes-missing'
  | 'not-carried'
  | 'no-resolution'
  | 'before-resolution'
  | 'no-application'
  | 'before-application'
  | 'conditions-open'
  | 'effective-before-decision'
  | 'promise-past'
  | 'reason-missing'

/** What somebody wants to record; `uncounted`: the minutes give no figures. */
export type NewStep = StepContent & {
  readonly uncounted?: boolean | undefined
  readonly effective?: string | undefined
}
type Judge = (file: Taken, step: NewStep, today: string) => StepRefusal | undefined

const judgeVotes: Judge = (_, { votes, uncounted }) => {
  if (votes === null) return uncounted ? undefined : 'votes-missing'
  return votes.for > votes.against ? undefined : 'not-carried'
}
const judgeApplication: Judge = (file, { day }) => {
  const resolution = latest(file, 'resolution')
  if (resolution === undefined) return 'no-resolution'
  return day < resolution.day ? 'before-resolution' : undefined
}
const judgeAdmission: Judge = (file, { day, effective = '' }) => {
  const application = latest(file, 'application')
  if (application === undefined) return 'no-application'
  if (conditions.some((one) => latest(file, one) === undefined)) return 'conditions-open'
  if (day < application.day) return 'before-application'
  return effective < day ? 'effective-before-decision' : undefined
}
const judgeReason: Judge = (_, { note }) => (note === '' ? 'reason-missing' : undefined)

const judges: Partial<Record<StepKind, Judge>> = {
  resolution: judgeVotes,
  application: judgeApplication,
  admission: judgeAdmission,
  refusal: judgeReason,
  coalition: (_, { promised, day }, today) => (promised && day < today ? 'promise-past' : undefined),
}

/** That a promised coalition came to be is recorded after the admission too. */
export const staysOpen = (kind: StepKind, state: AccessionState): boolean =>
  isOpen(state) || (kind === 'coalition' && ['admitted', 'welcomed'].includes(state))

/** Why this step cannot be taken now; undefined: it can. What happened cannot lie ahead; what is promised can. */
export function refusalOf(file: Taken, step: NewStep, today: string): StepRefusal | undefined {
  if (!staysOpen(step.kind, stateOfFile(file))) return 'decided'
  if (step.day > today && !step.promised) return 'day-ahead'
  return judges[step.kind]?.(file, step, today)
}

/** 1 January of the year after the decision, unless the office says otherwise. */
export const usualEffectiveDay = (decision: string): string => `${Number(decision.slice(0, 4)) + 1}-01-01`

export const emptyStep = { votes: null, proposedBy: '', promised: false, personName: '', personEmail: '', note: '' }
