// What forms and queries of announcements may hold.
import { z } from 'zod'
import { topics } from './announcement.ts'

export const announcementInput = z.object({
  topic: z.enum(topics, 'announcements.issue-topic'),
  title: z.string().trim().min(3, 'announcements.issue-title').max(200),
  text: z.string().trim().min(1).max(20_000),
  endsOn: z
    .union(
      [
        z.literal('').transform(() => null),
        z.iso.date('announcements.issue-day').refine((text) => text >= '1900-01-01', 'announcements.issue-day'),
      ],
      'announcements.issue-day',
    )
    .default(null),
  lang: z.string().regex(/^[a-z]{2}$/),
  /** An audience's id. */
  audience: z.string().regex(/^[1-9]\d{0,8}$/, 'announcements.refusal-audience-unknown'),
})
export type AnnouncementInput = z.infer<typeof announcementInput>

/** A page number that cannot be read is the first page: an address someone typed still shows a list. */
export const announcementListQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })
