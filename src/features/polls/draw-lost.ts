// A stop that came while somebody wrote: they get back what they wrote.
import { Stop } from '#kernel/stop.ts'
import type { ActVisit } from '#platform/http/visit.ts'
import { drawUnsent } from '../discussion/public.tsx'

/** Any other failure goes on as it is. */
export function drawLost(c: ActVisit, thrown: unknown, text: string): Response | Promise<Response> {
  if (thrown instanceof Stop && (thrown.status === 403 || thrown.status === 404 || thrown.status === 410))
    return drawUnsent(c, text, thrown.status)
  throw thrown
}
