// How long a translation is waited for, by readers and by whoever would ask again.
import type { Translator } from '#platform/translation/translator.ts'

/** A service that answers at once has failed by then; one that answers later is asked again. Milliseconds. */
const patience = { now: 120_000, later: 3_600_000 }

/** What was asked for before this moment comes no more: its process died, or what brings it was lost. */
export const waitedSince = ({ read }: Pick<Translator, 'read'>, now: Date): Date =>
  new Date(now.getTime() - (read === undefined ? patience.now : patience.later))
