// Write down that a member has another number of inhabitants, or another name.
import { done, refused } from '#kernel/outcome.ts'
import { recordFact } from '#trunk/facts.ts'
import type { FigureInput, RenamingInput } from '../inputs.ts'
import { listFigures, listRenamings } from '../store.ts'
import { insertFigures, insertRenaming } from '../store-acts.ts'
import type { Carry } from './perform.ts'

export const recordFigure =
  ({ population, as_of: asOf, source }: FigureInput): Carry<'as-of-ahead' | 'known-already'> =>
  async ({ db, viewer, subject, today }) => {
    if (asOf > today) return refused('as-of-ahead')
    const known = await listFigures(db, subject.id)
    if (known.some((one) => one.asOf === asOf && one.population === population && one.source === source))
      return refused('known-already')
    await insertFigures(db, [{ organisationId: subject.id, asOf, population, source }], viewer.person.id)
    const data = { organisation: subject.id }
    await recordFact(db, { name: 'figure.recorded', actor: viewer.person, audienceId: 1, data })
    return done([])
  }

export const rename =
  ({ name, on_day: onDay }: RenamingInput): Carry<'renaming-ahead' | 'renaming-order' | 'same-name'> =>
  async ({ db, viewer, subject, today }) => {
    const last = (await listRenamings(db, subject.id, viewer.person.lang)).at(-1)
    if (last !== undefined && last.onDay > today) return refused('renaming-ahead')
    if (last !== undefined && last.onDay >= onDay) return refused('renaming-order')
    if (name === subject.localName) return refused('same-name')
    const renaming = await insertRenaming(db, { organisationId: subject.id, onDay, name, by: viewer.person.id })
    const data = { organisation: subject.id, renaming }
    await recordFact(db, { name: 'organisation.renamed', actor: viewer.person, audienceId: 1, data })
    return done([])
  }
