// From what was typed to the step it means: one entry for each step that people take.
import type { z } from 'zod'
import { dayOf } from '#kernel/locale.ts'
import { emptyStep, type NewStep, type StepKind } from './accession.ts'
import * as inputs from './inputs.ts'

export const takenSteps = [
  'resolution',
  'application',
  'coalition',
  'coordinator',
  'admission',
  'refusal',
  'withdrawal',
] as const satisfies readonly StepKind[]
export type TakenStep = (typeof takenSteps)[number]
export const isTakenStep = (word: string | undefined): word is TakenStep =>
  (takenSteps as readonly (string | undefined)[]).includes(word)

/** Undefined: nobody counted; an incomplete count is none either, and is refused where figures are needed. */
const votesOf = ({ for: yes, against, abstained }: z.infer<typeof inputs.resolutionInput>): NewStep['votes'] =>
  yes === null || against === null || abstained === null ? null : { for: yes, against, abstained }

interface StepForm<Schema extends z.ZodType> {
  readonly schema: Schema
  readonly step: (value: z.infer<Schema>, now: Date) => Omit<NewStep, 'kind'>
}
const form = <Schema extends z.ZodType>(schema: Schema, step: StepForm<Schema>['step']): StepForm<z.ZodType> => ({
  schema,
  step: step as StepForm<z.ZodType>['step'],
})

const plain = (value: { readonly day: string; readonly note: string }) => ({ ...emptyStep, ...value })

export const stepForms: Readonly<Record<TakenStep, StepForm<z.ZodType>>> = {
  resolution: form(inputs.resolutionInput, (value) => ({
    ...plain({ day: value.day, note: value.note }),
    votes: votesOf(value),
    proposedBy: value.proposedBy,
    uncounted: value.uncounted !== undefined,
  })),
  application: form(inputs.applicationInput, plain),
  coalition: form(inputs.coalitionInput, ({ day, note, promised }) => ({
    ...plain({ day, note }),
    promised: promised === 'promised',
  })),
  coordinator: form(inputs.coordinatorInput, ({ personName, personEmail, note }, now) => ({
    ...plain({ day: dayOf(now), note }),
    personName,
    personEmail,
  })),
  admission: form(inputs.admissionInput, ({ day, note, effective }) => ({ ...plain({ day, note }), effective })),
  refusal: form(inputs.refusalInput, plain),
  withdrawal: form(inputs.withdrawalInput, ({ note }, now) => plain({ day: dayOf(now), note })),
}

/** Beside which field a refusal is told. */
const fields: Readonly<Record<string, string>> = {
  'votes-missing': 'for',
  'not-carried': 'for',
  'effective-before-decision': 'effective',
  'reason-missing': 'note',
  'too-large': 'file',
  'wrong-type': 'file',
  broken: 'file',
  'too-many-files': 'file',
  full: 'file',
  overlaps: 'effective',
  precondition: 'effective',
}
export const fieldOfRefusal = (refusal: string): string => fields[refusal] ?? 'day'
