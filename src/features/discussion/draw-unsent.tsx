// What was typed and found nobody to take it: the room was closed, the thing withdrawn, or out of reach since. It comes back.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { AnyVisit } from '#platform/http/visit.ts'
import { Unsent } from './views/unsent.tsx'

/** The same page whatever the reason, also where there never was anything: nobody learns from it. Without words the usual stop. */
export function drawUnsent(c: AnyVisit, text: string, status: 403 | 404): Response | Promise<Response> {
  if (text.trim() === '') throw status === 404 ? notFound() : forbidden()
  const { t, draw } = c.var
  return draw({ title: t('discussion.unsent'), status }, <Unsent t={t} text={text} />)
}
