// Closed, withdrawn or out of reach while somebody was writing: they get back what they wrote, and learn nothing else.
import { forbidden, gone, notFound } from '#kernel/stop.ts'
import type { AnyVisit } from '#platform/http/visit.ts'
import { PageTitle } from '#ui/page/page.tsx'
import { OwnWords } from './views/unsent.tsx'

const stops = { 403: forbidden, 404: notFound, 410: gone } as const

/** The same page whatever the reason, also where there never was anything. Without words the usual stop. */
export function drawUnsent(c: AnyVisit, text: string, status: keyof typeof stops): Response | Promise<Response> {
  if (text.trim() === '') throw stops[status]()
  const { t, draw } = c.var
  const title = t('discussion.not-sent')
  return draw(
    { title, status },
    <>
      <PageTitle t={t} title={title} lead={t('discussion.not-sent-lead')} />
      <OwnWords t={t} text={text.slice(0, 100_000)} />
    </>,
  )
}
