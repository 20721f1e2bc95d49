// The process works while the database does.
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Begins once what is asked of the database in the same turn has left; what it gives is there when both are done. */
export const meanwhile = <Value>(work: () => Value): Promise<Value> => nextTurn().then(work)
