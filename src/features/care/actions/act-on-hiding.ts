// What may become of a hiding: its author asks somebody else to look again, that one decides, or it is taken back.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { Hiding } from '../care.ts'
import { appeal, findHiding, judge, showAgain } from '../store.ts'

export type HidingAct =
  | { readonly act: 'appeal'; readonly words: string }
  | { readonly act: 'judgement'; readonly lifted: boolean; readonly words: string }
  | { readonly act: 'end' }

const may = ({ own, judges, cares }: Hiding, act: HidingAct['act']): boolean =>
  ({ appeal: own, judgement: judges, end: cares })[act]

/** `done`: it was done before, or it is shown already. */
export const actOnHiding = (
  asPerson: AsPerson,
  id: number | undefined,
  deed: HidingAct,
): Promise<Outcome<Hiding, 'done'>> =>
  asPerson(async (db) => {
    const hiding = id === undefined ? undefined : await findHiding(db, id)
    if (hiding === undefined) throw notFound()
    if (!may(hiding, deed.act)) throw forbidden()
    const written =
      deed.act === 'appeal'
        ? await appeal(db, hiding.id, deed.words)
        : deed.act === 'judgement'
          ? await judge(db, hiding.id, deed.lifted, deed.words)
          : await showAgain(db, hiding.id)
    return written ? done(hiding) : refused('done')
  })
