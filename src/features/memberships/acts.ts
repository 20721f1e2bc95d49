// The acts of this feature in one table: what a form must hold, what is done with it, and what is said before anybody confirms.
import type { z } from 'zod'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { readForm } from '#platform/http/input.ts'
import type { ActVisit } from '#platform/http/visit.ts'
import { sizeClassOf } from '../members/public.ts'
import { giveNotice } from './actions/give-notice.ts'
import { merge } from './actions/merge.ts'
import type { Carry } from './actions/perform.ts'
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
  splitInput,
  suspensionInput,
} from './inputs.ts'
import type { ActName } from './paths.ts'
import type { Figure, Neighbour, Subject } from './store.ts'
import { dayIn } from './words.ts'

/** What an act is judged and told by, apart from what was typed. */
export interface Around {
  readonly t: Translate
  readonly subject: Subject
  readonly neighbours: readonly Neighbour[]
  /** The newest one. */
  readonly figure: Figure | undefined
}

interface Prepared {
  readonly carry: Carry<string>
  /** Organisations that the act concerns beside the one it is about. */
  readonly others?: readonly number[]
  /** What will happen, beside what changes about memberships. */
  readonly sentences: readonly string[]
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

function sayFigure({ population, as_of }: FigureInput, { t, subject, figure }: Around): string[] {
  const day = dayIn(t, as_of)
  const counted = t('memberships.will-count', { name: subject.name, figure: formatNumber(t.lang, population), day })
  const [before, after] = [sizeClassOf(figure?.population ?? null), sizeClassOf(population)]
  if (figure === undefined || before === after || as_of < figure.asOf) return [counted]
  const sizes = { before: t(`members.size-${before}`), after: t(`members.size-${after}`) }
  return [counted, t('memberships.will-change-class', { ...sizes, year: String(Number(as_of.slice(0, 4)) + 1) })]
}

function prepareMerger(input: MergerInput, { t, neighbours }: Around): Prepared | undefined {
  const idOf = (slug: string) => neighbours.find((one) => one.slug === slug)?.id
  const others = input.others.map(idOf).filter((id) => id !== undefined)
  const into = input.into === '' ? undefined : idOf(input.into)
  if (others.length < input.others.length || (input.into !== '' && into === undefined)) return undefined
  const sentences = into === undefined ? [t('memberships.will-found', { name: input.name })] : []
  return { carry: merge(input, others, into), others: into === undefined ? others : [...others, into], sentences }
}

/** Each reads its form and prepares what is to be done. */
export const acts: Readonly<Record<ActName, (c: ActVisit, around: Around) => Promise<ReadAct>>> = {
  resignation: act(resignationInput, (input) => ({ carry: giveNotice(input), sentences: [] })),
  suspension: act(suspensionInput, (input, { t, subject }) => ({
    carry: suspend(input),
    sentences: [t('memberships.will-suspend', { name: subject.name, day: dayIn(t, input.begins) })],
  })),
  figure: act(figureInput, (input, around) => ({ carry: recordFigure(input), sentences: sayFigure(input, around) })),
  renaming: act(renamingInput, (input, { t, subject }) => ({
    carry: rename(input),
    sentences: [t('memberships.will-rename', { from: subject.name, to: input.name, day: dayIn(t, input.on_day) })],
  })),
  merger: act(mergerInput, prepareMerger),
  split: act(splitInput, (input, { t }) => ({
    carry: split(input),
    sentences: input.names.map((name) => t('memberships.will-found', { name })),
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
