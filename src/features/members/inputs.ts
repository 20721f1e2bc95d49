// What the query of the register may hold; nonsense in an address is left out rather than refused.
import { z } from 'zod'
import { sizeClasses } from './member.ts'

const some = <Value extends z.ZodType>(value: Value) => z.array(value).max(50).catch([]).default([])

export const registerLists = ['country', 'forum', 'size', 'field'] as const
export const registerQuery = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  country: some(z.string().regex(/^[A-Z]{2}$/)),
  forum: some(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  size: some(z.enum(sizeClasses.map(({ key }) => key))),
  field: some(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
export type RegisterQuery = z.infer<typeof registerQuery>
