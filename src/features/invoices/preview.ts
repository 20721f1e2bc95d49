// The run before it happens: what each member would be charged, what changed since last year and why, and what is missing. Pure.
import type { Cents } from '#kernel/money.ts'
import { type Fee, type FeeScale, feeFor } from '../fees/public.ts'
import type { ChargeableMember } from '../memberships/public.ts'
import type { FeeBasis } from './invoice.ts'
import { type Billing, lacksLeitwegId } from './issuer.ts'

export const missingParts = ['billing', 'population', 'bracket', 'leitweg-id'] as const
export type Missing = (typeof missingParts)[number]
export const reasons = [
  'new',
  'first-year',
  'after-first-year',
  'class',
  'scale',
  'population',
  'not-billed',
  'ended',
] as const
/** Why the amount is another than last year; several may hold. */
export type Reason = (typeof reasons)[number]
export const lineStates = ['ready', 'missing', 'made', 'taken-back', 'free', 'ended'] as const
/** `taken-back`: by a credit note, so that a new invoice is the office's own decision. `free`: a fee of nothing. */
export type LineState = (typeof lineStates)[number]

/** An invoice of this or last year, as the preview compares with it. */
export interface Charged {
  readonly id: number
  readonly number: string
  readonly organisationId: number
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly basis: FeeBasis
  readonly takenBack: boolean
}

export interface Material {
  readonly year: number
  readonly scale: FeeScale
  readonly members: readonly ChargeableMember[]
  readonly billings: ReadonlyMap<number, Billing>
  readonly thisYear: readonly Charged[]
  readonly lastYear: readonly Charged[]
}

export interface PreviewLine {
  readonly organisationId: number
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly state: LineState
  readonly missing: readonly Missing[]
  /** Null where it cannot be computed, or nothing is due any more. */
  readonly fee: Fee | null
  /** What was invoiced this year, else the fee. */
  readonly cents: Cents | null
  readonly lastCents: Cents | null
  readonly reasons: readonly Reason[]
  readonly invoice: { readonly id: number; readonly number: string } | null
  readonly member: ChargeableMember | null
}

export const basisOf = (member: ChargeableMember, fee: Fee): FeeBasis => ({
  kind: member.kind,
  population: member.population,
  populationYear: member.populationYear,
  populationSource: member.populationSource,
  from: fee.bracket.from,
  to: fee.bracket.to,
  steps: fee.steps,
  cents: fee.cents,
})

const isReduced = ({ steps }: Pick<FeeBasis, 'steps'>): boolean =>
  steps.some(({ step }) => step === 'half' || step === 'months')

/** What the calculation rests on, without what the first year takes off. */
const amountSteps = ({ steps }: Pick<FeeBasis, 'steps'>): string =>
  JSON.stringify(
    steps.filter(({ step }) => step === 'flat' || step === 'per-head' || step === 'minimum' || step === 'maximum'),
  )

function changesSince(last: FeeBasis, now: FeeBasis): Reason[] {
  if (last.cents === now.cents) return []
  const found: Reason[] = []
  if (isReduced(last) && !isReduced(now)) found.push('after-first-year')
  if (last.from !== now.from || last.to !== now.to) found.push('class')
  else if (amountSteps(last) !== amountSteps(now))
    found.push(last.population === now.population ? 'scale' : 'population')
  return found.length === 0 ? ['scale'] : found
}

function reasonsOf(year: number, member: ChargeableMember, now: FeeBasis | null, last: FeeBasis | undefined): Reason[] {
  if (now === null) return []
  if (last !== undefined) return changesSince(last, now)
  const isNew = member.beginsOn.startsWith(`${year}-`)
  if (!isNew) return ['not-billed']
  return isReduced(now) ? ['new', 'first-year'] : ['new']
}

function missingOf(member: ChargeableMember, fee: ReturnType<typeof feeFor>, billing: Billing | undefined): Missing[] {
  const missing: Missing[] = []
  if (fee === 'no-population') missing.push('population')
  if (fee === 'no-bracket') missing.push('bracket')
  if (billing === undefined) missing.push('billing')
  else if (member.country === 'DE' && lacksLeitwegId(billing)) missing.push('leitweg-id')
  return missing
}

function stateOf(made: Charged | undefined, missing: readonly Missing[], fee: Fee | null): LineState {
  if (made !== undefined) return made.takenBack ? 'taken-back' : 'made'
  if (missing.length > 0) return 'missing'
  return fee?.cents === 0 ? 'free' : 'ready'
}

function lineOf(
  material: Material,
  member: ChargeableMember,
  made: Charged | undefined,
  last: Charged | undefined,
): PreviewLine {
  const { scale, year, billings } = material
  const computed = feeFor(scale, member)
  const fee = typeof computed === 'string' ? null : computed
  const missing = made === undefined ? missingOf(member, computed, billings.get(member.organisationId)) : []
  const now = made?.basis ?? (fee === null ? null : basisOf(member, fee))
  return {
    ...{ organisationId: member.organisationId, slug: member.slug, name: member.name, country: member.country, member },
    state: stateOf(made, missing, fee),
    missing,
    fee,
    cents: now?.cents ?? null,
    lastCents: last?.basis.cents ?? null,
    reasons: reasonsOf(year, member, now, last?.basis),
    invoice: made === undefined ? null : { id: made.id, number: made.number },
  }
}

/** No longer a member. An invoice that was made for this year before stands all the same, and is shown. */
const endedLine = (
  { organisationId, slug, name, country }: Charged,
  made: Charged | undefined,
  last: Charged | undefined,
): PreviewLine => ({
  ...{ organisationId, slug, name, country, member: null, missing: [], fee: null, reasons: ['ended'] },
  state: made === undefined ? 'ended' : stateOf(made, [], null),
  cents: made?.basis.cents ?? null,
  lastCents: last?.basis.cents ?? null,
  invoice: made === undefined ? null : { id: made.id, number: made.number },
})

/** Of the invoices of a year the last one of each member: behind one that was taken back stands the new one. */
const lastOfEach = (charged: readonly Charged[]): Map<number, Charged> =>
  new Map(charged.map((one) => [one.organisationId, one]))

/** Every member that may be charged, in the order of the members, then those who were charged this or last year and are none. */
export function previewOf(material: Material): PreviewLine[] {
  const made = lastOfEach(material.thisYear)
  const last = lastOfEach(material.lastYear.filter(({ takenBack }) => !takenBack))
  const lines = material.members.map((member) =>
    lineOf(material, member, made.get(member.organisationId), last.get(member.organisationId)),
  )
  const members = new Set(material.members.map(({ organisationId }) => organisationId))
  const gone = [...new Map([...last, ...made])].filter(([id]) => !members.has(id))
  return [...lines, ...gone.map(([id, one]) => endedLine(one, made.get(id), last.get(id)))]
}

export interface Sum {
  readonly key: string
  readonly count: number
  readonly cents: Cents
  readonly lastCents: Cents
}

/** How many and how much together, by what `keyOf` says of a line. */
export function sumsBy(lines: readonly PreviewLine[], keyOf: (line: PreviewLine) => string): Sum[] {
  const sums = new Map<string, Sum>()
  for (const line of lines) {
    const key = keyOf(line)
    const { count = 0, cents = 0, lastCents = 0 } = sums.get(key) ?? {}
    const isCharged = line.cents !== null && line.state !== 'taken-back'
    sums.set(key, {
      key,
      count: count + (isCharged ? 1 : 0),
      cents: cents + (isCharged ? (line.cents ?? 0) : 0),
      lastCents: lastCents + (line.lastCents ?? 0),
    })
  }
  return [...sums.values()]
}

/** The bracket of a line as `from-to`; those without one together. */
export const bracketKey = ({ fee, member }: PreviewLine): string =>
  fee === null || member === null ? '' : `${member.kind} ${fee.bracket.from} ${fee.bracket.to ?? ''}`

/** What a press of the button would make: so that nobody makes something else than what they saw. */
export function totalsOf(lines: readonly PreviewLine[]): { readonly count: number; readonly cents: Cents } {
  const ready = lines.filter(({ state }) => state === 'ready')
  return { count: ready.length, cents: ready.reduce((sum, { cents }) => sum + (cents ?? 0), 0) }
}
