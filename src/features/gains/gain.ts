// The noun: what membership brought a city and the platform cannot know, as its coordinator writes it down.
import { type Cents, decimalOf } from '#kernel/money.ts'

export const gainKinds = ['event', 'funding', 'position', 'partner'] as const
/** `event`: attended or hosted; `funding`: money won; `position`: endorsed by the city; `partner`: found for something. */
export type GainKind = (typeof gainKinds)[number]
export const eventRoles = ['attended', 'hosted'] as const
export type EventRole = (typeof eventRoles)[number]
export const deciders = ['council', 'mayor'] as const
export type Decider = (typeof deciders)[number]

/** What is written; fields of other kinds are empty or null. */
export interface GainFields {
  readonly kind: GainKind
  /** YYYY-MM-DD: of the event, of the decision about money or a position, or since when there is a partner. Its year counts. */
  readonly onDay: string
  /** The event, the project, the position, or the partner's name. */
  readonly title: string
  /** Of a partner: for what. */
  readonly note: string
  /** In which language it was written. */
  readonly lang: string
  /** Evidence; an https address, or empty where there is a document. */
  readonly link: string
  readonly role: EventRole | null
  readonly place: string
  readonly people: number | null
  readonly programme: string
  readonly cents: Cents | null
  /** What the city adds of its own. */
  readonly ownCents: Cents | null
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly addressee: string
  readonly decidedBy: Decider | null
  /** Where the partner stands in the register. */
  readonly partnerId: number | null
}

export interface GainDocument {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly storedAs: string
}

/** An entry as it stood after one change. Nothing is overwritten: each change is a version of its own. */
export interface Gain extends GainFields {
  /** Of the entry; the same in all versions. */
  readonly id: number
  readonly organisationId: number
  readonly version: number
  readonly document: GainDocument | null
  /** Made up for the demonstration. */
  readonly illustrative: boolean
  readonly removed: boolean
  readonly recordedAt: Date
  readonly recordedBy: string | null
  readonly partner: { readonly slug: string; readonly name: string } | null
}

export const blank: Omit<GainFields, 'kind' | 'onDay' | 'title' | 'lang'> = {
  note: '',
  link: '',
  role: null,
  place: '',
  people: null,
  programme: '',
  cents: null,
  ownCents: null,
  firstYear: null,
  lastYear: null,
  addressee: '',
  decidedBy: null,
  partnerId: null,
}

/** Of an entry what somebody wrote, to write it once more. */
export function fieldsIn(gain: Gain): GainFields {
  const { kind, onDay, title, note, lang, link, role, place, people } = gain
  const { programme, cents, ownCents, firstYear, lastYear, addressee, decidedBy, partnerId } = gain
  return {
    ...{ kind, onDay, title, note, lang, link, role, place, people },
    ...{ programme, cents, ownCents, firstYear, lastYear, addressee, decidedBy, partnerId },
  }
}

export const yearOf = ({ onDay }: Pick<Gain, 'onDay'>): number => Number(onDay.slice(0, 4))

/** To the cent: amounts are whole cents, and even ten thousand of the largest stay a safe integer. */
export const moneyOf = (gains: readonly Pick<Gain, 'cents'>[]): Cents =>
  gains.reduce((sum, { cents }) => sum + (cents ?? 0), 0)

/** By year, the latest first; in a year in the order given. */
export const byYear = <One extends Pick<Gain, 'onDay'>>(gains: readonly One[]): [year: number, gains: One[]][] =>
  [...Map.groupBy(gains, yearOf)].sort(([one], [other]) => other - one)

const compared = [
  'onDay',
  'title',
  'note',
  'link',
  'role',
  'place',
  'people',
  'programme',
  'cents',
  'ownCents',
  'firstYear',
  'lastYear',
  'addressee',
  'decidedBy',
] as const satisfies readonly (keyof GainFields)[]
export type ChangedField = (typeof compared)[number] | 'document'

const written = (field: keyof GainFields, value: GainFields[keyof GainFields]): string => {
  if (value === null) return ''
  return field === 'cents' || field === 'ownCents' ? decimalOf(Number(value)) : String(value)
}

/** What differs from one version to the next, with both readings; of a document only that it is another one. */
export function changesBetween(
  before: Gain,
  after: Gain,
): { readonly field: ChangedField; readonly before: string; readonly after: string }[] {
  const fields = compared
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: written(field, before[field]), after: written(field, after[field]) }))
  if (before.document?.storedAs === after.document?.storedAs) return fields
  return [...fields, { field: 'document', before: before.document?.name ?? '', after: after.document?.name ?? '' }]
}
