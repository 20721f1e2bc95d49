// Whether what somebody wants translated reaches them and may leave, and whether it was translated before.
import type { Lang } from '#kernel/locale.ts'
import { forbidden } from '#kernel/stop.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { Translator } from '#platform/translation/translator.ts'
import { mayLeave } from './permissions.ts'
import { type Kinds, type Ref, readSource, type Source, wordingOf } from './source.ts'
import { getSetting, listTranslations } from './store.ts'

export interface Judged {
  readonly source: Source
  readonly wording: string
  readonly monthly: number
  readonly known: boolean
}

/** Within reach, and of those texts that may leave; else a stop. */
export const judgeWish = (
  { asPerson, kinds, translator }: { asPerson: AsPerson; kinds: Kinds; translator: Translator },
  ref: Ref,
  target: Lang,
): Promise<Judged> =>
  asPerson(async (db) => {
    const source = await readSource(db, kinds, ref, target)
    const setting = await getSetting(db)
    if (!mayLeave(source.audienceKind, setting.amber)) throw forbidden()
    const wording = wordingOf(source.lang, source.texts)
    const { contribution } = source
    const replyId = source.reply?.id ?? null
    const into = { target, provider: translator.id }
    const kept = await listTranslations(db, contribution.id, replyId === null ? [] : [replyId], into)
    const known = kept.some((one) => one.replyId === replyId && one.wording === wording && one.pieces !== null)
    return { source, wording, monthly: setting.monthly, known }
  })
