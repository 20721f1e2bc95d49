// One page of a thread with all that belongs to it, as far as it reaches the viewer.

import { idFrom } from '#kernel/address.ts'
import { pageCount } from '#kernel/page.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import { readQuery } from '#platform/http/input.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import { type Attachment, listAttachmentsOf } from '#trunk/attachments.ts'
import { type HiddenNote, listHidden } from '#trunk/hiding.ts'
import {
  findFirstSince,
  findPlace,
  findReply,
  listReplies,
  type RepliesPage,
  type Reply,
  repliesOnPage,
} from '#trunk/replies.ts'
import { findLastVisit } from '#trunk/visits.ts'
import { threadQuery } from './inputs.ts'
import type { Called } from './mentions.ts'
import { listCalled, listQuotes, type Quoted } from './store-answers.ts'
import { findKeptReply, type KeptReply } from './store-kept.ts'
import { type KnownPreview, listPreviewsOf } from './store-previews.ts'
import { findSummary, type Summary } from './store-summary.ts'

/** What stands beside the words of replies, of all on the page. */
export interface Beside {
  readonly quotes: readonly Quoted[]
  readonly called: readonly (Called & { readonly replyId: number })[]
  readonly files: readonly Attachment[]
  /** What stands in the place of replies that were hidden, or above them for those who go on reading them. */
  readonly notes: readonly HiddenNote[]
  readonly previews: readonly KnownPreview[]
}

export const calledIn = ({ called }: Pick<Beside, 'called'>, id: number): Called[] =>
  called.filter(({ replyId }) => replyId === id)

export interface Thread extends Beside {
  readonly replies: readonly Reply[]
  readonly page: { readonly number: number; readonly size: number; readonly total: number }
  /** The first reply of others since the viewer was here last. */
  readonly firstNew: number | undefined
  readonly summary: Summary | undefined
  /** What the viewer began to write. */
  readonly kept: KeptReply | undefined
  /** The reply that the viewer is about to quote; `asked`: by this address, not by what they wrote before. */
  readonly quoting: Reply | undefined
  readonly asked: boolean
}

const pageOf = (c: PageVisit): { page: RepliesPage; quote: number | undefined } => {
  const query = readQuery(c, threadQuery)
  if (!query.valid) return { page: { number: 1 }, quote: undefined }
  const { replies, reply, quote } = query.value
  const stands = reply ?? quote
  if (replies === undefined && stands !== undefined) return { page: { with: stands }, quote }
  return { page: replies === 'last' ? 'last' : { number: replies ?? 1 }, quote }
}

async function firstNewFor(c: PageVisit, contributionId: number, since: Date | undefined): Promise<number | undefined> {
  const { person } = c.var.viewer
  return since === undefined || person === undefined
    ? undefined
    : findFirstSince(c.var.db, contributionId, since, person.id)
}

const listBeside = async (c: PageVisit, ids: readonly number[]): Promise<Omit<Beside, 'notes'>> => {
  if (ids.length === 0) return { quotes: [], called: [], files: [], previews: [] }
  const { db, t } = c.var
  const [quotes, called, files, previews] = await Promise.all([
    listQuotes(db, ids, t.lang),
    listCalled(db, ids),
    listAttachmentsOf(db, ids),
    listPreviewsOf(db, ids),
  ])
  return { quotes, called, files, previews }
}

/** Behind the last reply that still stands it is on the last page. */
const isOnPage = ({ replyId, before }: HiddenNote, page: Thread['page']): boolean =>
  replyId !== null && Math.min(Math.floor(before / page.size) + 1, pageCount(page)) === page.number

export async function readThread(c: PageVisit, contributionId: number): Promise<Thread> {
  const { db, viewer, t, now } = c.var
  const { page: asked, quote } = pageOf(c)
  const [replies, place, since, summary, kept, quoting, hidden] = await Promise.all([
    listReplies(db, contributionId, t.lang, asked),
    findPlace(db, contributionId, asked),
    findLastVisit(db, viewer, now),
    findSummary(db, contributionId),
    isSignedIn(viewer) ? findKeptReply(db, contributionId) : undefined,
    quote === undefined ? undefined : findReply(db, quote, t.lang),
    listHidden(db, contributionId),
  ])
  const ids = replies.map(({ id }) => id)
  const keptQuote = quote === undefined ? idFrom(String(kept?.typed['quote'] ?? '')) : undefined
  const [beside, firstNew, quotedBefore] = await Promise.all([
    listBeside(c, ids),
    firstNewFor(c, contributionId, since),
    keptQuote !== undefined ? findReply(db, keptQuote, t.lang) : undefined,
  ])
  const quoted = quoting ?? quotedBefore
  const number = Math.floor(place.before / repliesOnPage) + 1
  const page = { number, size: repliesOnPage, total: place.total }
  return {
    ...beside,
    replies,
    notes: hidden.filter((note) => isOnPage(note, page)),
    page,
    firstNew,
    summary,
    kept,
    quoting: quoted?.contributionId === contributionId && !quoted.withdrawn ? quoted : undefined,
    asked: quote !== undefined,
  }
}
