// A question that cannot be answered, told as a problem (RFC 9457) with everything that is wrong at once.
import type { Issue } from '#kernel/outcome.ts'
import { problem } from '#platform/http/answers.ts'
import type { PageVisit } from '#platform/http/visit.ts'

export const badQuery = (c: PageVisit, issues: readonly Issue[]): Response =>
  problem(c, 400, c.var.t('api.bad-query'), {
    issues: issues.map(({ field, message, values }) => ({ field, message: c.var.t(message, values) })),
  })
