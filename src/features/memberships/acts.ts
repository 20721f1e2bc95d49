// The acts of this feature in one table: what a form must hold, what is done with it, and what is said before anybody confirms.
import type { z } from 'zod'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { readForm } from '#platform/http/input.ts'
import type { ActVisit } from '#platform/http/visit.ts'
import { sizeClassOf } from '../members/public.ts'
import { giveNotice } from './actions/give-notice.ts'
import { merge } from './actions/merge.ts'
import type { Carry, Say } from './actions/perform.ts'
import { recordFigure, rename } from './actions/record-change.ts'
import { split } from './actions/split.ts'
import { suspend } from './actions/suspend.ts'
import {
  type FigureInput,
  figureInput,
  type MergerInput,
  mergerInput,
  renamingInput,
  resignationInput,
  type SuspensionInput,
  splitInput,
  suspensionInput,
} from './inputs.ts'
import type { ActName } from './paths.ts'
import type { Neighbour, Subject } from './store.ts'
import { dayIn, type NameOf } from './words.ts'

/** What an act is judged by, apart from what was typed. */
export interface Around {
  readonly t: Translate
  readonly subject: Subject
  readonly neighbours: readonly Neighbour[]
  readonly nameOf: NameOf
}

interface Prepared {
  readonly carry: Carry<string>
  /** Organisations that the act concerns beside the one it is about. */
  readonly others?: readonly number[]
  readonly say: Say
}
interface ReadAct {
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Undefined with issues. */
  readonly prepared: Prepared | undefined
}

const act =
  <Schema extends z.ZodType>(
    schema: Schema,
    prepare: (input: z.infer<Schema>, around: Around) => Prepared | undefined,
  ) =>
  async (c: ActVisit, around: Around): Promise<ReadAct> => {
    const read = await readForm(c, schema)
    if (!read.valid) return { typed: read.typed, issues: read.issues, prepared: undefined }
    const prepared = prepare(read.value, around)
    const issues = prepared === undefined ? [{ field: 'others', message: 'memberships.refusal-not-member' }] : []
    return { typed: read.typed, issues, prepared }
  }

const sayFigure =
  ({ population, as_of }: FigureInput, t: Translate): Say =>
  ({ subject, figure }) => {
    const day = dayIn(t, as_of)
    const counted = t('memberships.will-count', { name: subject.name, figure: formatNumber(t.lang, population), day })
    if (figure === undefined) return [counted]
    const newest = { figure: formatNumber(t.lang, figure.population), day: dayIn(t, figure.asOf) }
    const told = [t('memberships.newest-figure', newest), counted]
    const [before, after] = [sizeClassOf(figure.population), sizeClassOf(population)]
    if (before === after || as_of < figure.asOf) return told
    const sizes = { before: t(`members.size-${before}`), after: t(`members.size-${after}`) }
    return [...told, t('memberships.will-change-class', { ...sizes, year: String(Number(as_of.slice(0, 4)) + 1) })]
  }

/** Also which of its memberships, and whether that one ends anyway. */
const saySuspension =
  ({ membership: id, begins }: SuspensionInput, { t, nameOf }: Around): Say =>
  ({ subject }) => {
    const { forumId = null, endsOn = null } = subject.memberships.find((one) => one.id === id) ?? {}
    const ends = endsOn === null ? 'none' : dayIn(t, endsOn)
    return [t('memberships.will-suspend', { name: subject.name, of: nameOf(forumId), day: dayIn(t, begins), ends })]
  }

function prepareMerger(input: MergerInput, { t, neighbours }: Around): Prepared | undefined {
  const idOf = (slug: string) => neighbours.find((one) => one.slug === slug)?.id
  const others = input.others.map(idOf).filter((id) => id !== undefined)
  const into = input.into === '' ? undefined : idOf(input.into)
  if (others.length < input.others.length || (input.into !== '' && into === undefined)) return undefined
  const sentences = into === undefined ? [t('memberships.will-found', { name: input.name })] : []
  const concerned = into === undefined ? others : [...others, into]
  return { carry: merge(input, others, into), others: concerned, say: () => sentences }
}

/** Each reads its form and prepares what is to be done. */
export const acts: Readonly<Record<ActName, (c: ActVisit, around: Around) => Promise<ReadAct>>> = {
  resignation: act(resignationInput, (input) => ({ carry: giveNotice(input), say: () => [] })),
  suspension: act(suspensionInput, (input, around) => ({ carry: suspend(input), say: saySuspension(input, around) })),
  figure: act(figureInput, (input, { t }) => ({ carry: recordFigure(input), say: sayFigure(input, t) })),
  renaming: act(renamingInput, (input, { t }) => ({
    carry: rename(input),
    say: ({ subject }) => [
      t('memberships.will-rename', { from: subject.name, to: input.name, day: dayIn(t, input.on_day) }),
    ],
  })),
  merger: act(mergerInput, prepareMerger),
  split: act(splitInput, (input, { t }) => ({
    carry: split(input),
    say: () => input.names.map((name) => t('memberships.will-found', { name })),
  })),
}

const fields: Readonly<Record<string, string>> = {
  'received-ahead': 'received',
  ...{ outside: 'begins', 'suspended-already': 'begins' },
  ...{ 'as-of-ahead': 'as_of', 'known-already': 'population' },
  ...{ 'renaming-ahead': 'on_day', 'renaming-order': 'on_day', 'same-name': 'name' },
  ...{ 'not-member': 'others', 'before-membership': 'on_day' },
  ...{ membership: 'membership', ended: 'membership' },
}
/** The field at which the sentence of a refusal stands; the whole form where it is none. */
export const fieldOf = (refusal: string): string => fields[refusal] ?? ''
