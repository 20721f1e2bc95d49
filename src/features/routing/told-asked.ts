// What somebody is asked, ready to be drawn: with reasons in words, what shows them, and without what was answered meanwhile.
import type { Reading } from '#platform/digest-parts.ts'
import { listAnswered } from '../questions/public.ts'
import { type Asked, listAsked, listShown } from './store-asked.ts'
import { tellNamer, tellReasons } from './tell-reasons.ts'

export interface ToldAsked extends Asked {
  readonly href: string
  readonly told: readonly string[]
  /** The things that the reasons are about, within the viewer's reach. */
  readonly shown: readonly { readonly title: string; readonly lang: string; readonly href: string }[]
}

export async function tellAsked(c: Reading, asked: readonly Asked[]): Promise<ToldAsked[]> {
  const { t, db, features, kinds } = c.var
  const ids = asked.flatMap(({ reasons }) => reasons.flatMap((reason) => reason.ids))
  const [answered, shown] = await Promise.all([
    listAnswered(
      db,
      asked.map(({ id }) => id),
    ),
    listShown(db, ids),
  ])
  const hrefOf = (kind: string, id: number, title: string): string => kinds.get(kind)?.path(id, title) ?? '/'
  const all = shown.map(({ id }) => id)
  return asked
    .filter(({ id }) => !answered.includes(id))
    .map((one) => {
      const own = one.reasons.flatMap((reason) => reason.ids)
      return {
        ...one,
        href: hrefOf(one.kind, one.id, one.title),
        told: [...tellNamer(t, one), ...tellReasons(t, features, one.reasons, all)],
        shown: shown
          .filter(({ id }) => own.includes(id))
          .map(({ id, kind, title, lang }) => ({ title, lang, href: hrefOf(kind, id, title) })),
      }
    })
}

const most = 5
/** What was asked long ago has found its answer or the office. */
const days = 45

/** What waits for this person: the newest, not declined, not answered by their city. */
export async function askedNow(c: Reading): Promise<ToldAsked[]> {
  const since = c.var.now.getTime() - days * 86_400_000
  const recent = (await listAsked(c.var.db, c.var.t.lang, 50)).filter(({ askedAt }) => askedAt.getTime() >= since)
  return (await tellAsked(c, recent)).slice(0, most)
}
