// Of a preview what its page shows: the lines that were asked for, page by page, and sums over all.
import { slugOf } from '#kernel/address.ts'
import type { PageOf } from '#kernel/page.ts'
import type { PreviewQuery } from './inputs.ts'
import { bracketKey, type PreviewLine, type Sum, sumsBy, totalsOf } from './preview.ts'

interface ForumName {
  readonly id: number
  readonly name: string
}

const pageSize = 50

/** Whatever the accents: "munchen" finds München. */
const matches = ({ name, slug }: PreviewLine, words: string): boolean =>
  words === '' || slugOf(name).includes(words) || slug.includes(words)

export const narrowed = (lines: readonly PreviewLine[], { q, state, reason, country }: PreviewQuery): PreviewLine[] => {
  const words = slugOf(q.trim())
  return lines.filter(
    (line) =>
      matches(line, words) &&
      (state === undefined || line.state === state) &&
      (reason === undefined || line.reasons.includes(reason)) &&
      (country === undefined || line.country === country),
  )
}

const pageOf = (lines: readonly PreviewLine[], wanted: number): PageOf<PreviewLine> => {
  const number = Math.min(wanted, Math.max(1, Math.ceil(lines.length / pageSize)))
  return { items: lines.slice((number - 1) * pageSize, number * pageSize), number, size: pageSize, total: lines.length }
}

/** Classes from the smallest to the largest, kind by kind. */
const byBracket = ({ key: one }: Sum, { key: other }: Sum): number => one.localeCompare(other, 'en', { numeric: true })

/** What each forum gets of the fees that are charged. */
function sharesByForum(lines: readonly PreviewLine[], forums: readonly ForumName[]) {
  const sums = new Map<number, number>()
  for (const { fee, state } of lines)
    if (state === 'ready' || state === 'made')
      for (const { forumId, cents } of fee?.shares ?? []) sums.set(forumId, (sums.get(forumId) ?? 0) + cents)
  return [...sums].map(([id, cents]) => ({ name: forums.find((one) => one.id === id)?.name ?? '', cents }))
}

export const shownOf = (lines: readonly PreviewLine[], query: PreviewQuery, forums: readonly ForumName[]) => ({
  query,
  page: pageOf(narrowed(lines, query), query.page),
  countries: [...new Set(lines.map(({ country }) => country))].sort(),
  ...totalsOf(lines),
  missing: lines.filter(({ state }) => state === 'missing').length,
  made: lines.filter(({ state }) => state === 'made').length,
  byCountry: sumsBy(lines, ({ country }) => country).sort((one, other) => other.cents - one.cents),
  byClass: sumsBy(
    lines.filter(({ state }) => state !== 'ended'),
    bracketKey,
  )
    .filter(({ count, lastCents }) => count > 0 || lastCents > 0)
    .sort(byBracket),
  byForum: sharesByForum(lines, forums),
})
