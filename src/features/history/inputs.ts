// What may be asked of the audit trail; nonsense in an address is the first page.
import { z } from 'zod'

export const historyQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })
