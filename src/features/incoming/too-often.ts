// How often somebody may answer by mail.
import type { SignedIn } from '#kernel/viewer.ts'
import { judgeTry, type Limit } from '#platform/http/limits.ts'
import { judgeReply } from '../discussion/public.tsx'

/** From the page one writes slower; a machine that got hold of an address should not. */
const answers: Limit = { name: 'answers by mail', tries: 30, seconds: 3600 }

/** Counts it too. */
export const isTooOften = (
  viewer: SignedIn,
  { text, files }: { readonly text: string; readonly files: readonly File[] },
  now: Date,
): boolean =>
  judgeTry(answers, String(viewer.person.id), now, { field: 'text' }) !== undefined ||
  judgeReply(viewer, text, files, now) !== undefined
