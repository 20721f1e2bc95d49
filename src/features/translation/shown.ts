// Whether a text on a page may be translated for this reader, and whether somebody had it translated before.
import type { AudienceKind } from '#kernel/audience.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import { readQuery } from '#platform/http/input.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import type { KindText } from '#platform/text-parts.ts'
import type { Translator } from '#platform/translation/translator.ts'
import { type ShownState, shownQuery } from './inputs.ts'
import { waitedSince } from './patience.ts'
import { mayLeave } from './permissions.ts'
import { wordingOf } from './source.ts'
import { getSetting, type KnownTranslation } from './store.ts'

/** What stands below a text. */
export interface Shown {
  /** The answers, one after the other; undefined where there are none yet. */
  readonly pieces: readonly string[] | undefined
  readonly waiting: boolean
  /** This very text was asked for a moment ago, and what became of it. */
  readonly state: ShownState | undefined
}

/** To visitors nothing is offered: what they read is sent nowhere, and paid for by nobody. */
export const translatorFor = (c: PageVisit): Translator | undefined =>
  isSignedIn(c.var.viewer) ? c.var.translator : undefined

export async function mayBeSent(c: PageVisit, kind: AudienceKind): Promise<boolean> {
  if (mayLeave(kind, false)) return true
  return mayLeave(kind, true) && mayLeave(kind, (await getSetting(c.var.db)).amber)
}

/** What the address asks for; `replyId` null: of the contribution itself. */
function stateFor(c: PageVisit, replyId: number | null): ShownState | undefined {
  const query = readQuery(c, shownQuery)
  return query.valid && (query.value.reply ?? null) === replyId ? query.value.translation : undefined
}

/** Of this wording and no other. */
export function shownOf(
  c: PageVisit,
  {
    lang,
    texts,
    replyId,
  }: { readonly lang: string; readonly texts: readonly KindText[]; readonly replyId: number | null },
  known: readonly KnownTranslation[],
): Shown {
  const { translator, now } = c.var
  const found = known.find((one) => one.replyId === replyId && one.wording === wordingOf(lang, texts))
  return {
    pieces: found?.pieces ?? undefined,
    waiting: found?.pieces === null && translator !== undefined && found.askedAt >= waitedSince(translator, now),
    state: stateFor(c, replyId),
  }
}
