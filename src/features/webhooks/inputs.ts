// What forms of webhooks may hold.
import { z } from 'zod'
import { wrongAddress } from '#platform/outside/post-outside.ts'
import { offeredFacts } from './webhook.ts'

export const webhookInput = z.object({
  address: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .refine((text) => wrongAddress(text) !== 'not-https', 'webhooks.issue-https')
    .refine((text) => wrongAddress(text) !== 'not-public', 'webhooks.issue-public')
    // As it is called: `HTTPS://Hook.example` and `https:hook.example` are the same one, written in another way.
    .transform((text) => new URL(text).href)
    .pipe(z.string().max(500)),
  facts: z.array(z.enum(offeredFacts), 'webhooks.issue-facts').min(1, 'webhooks.issue-facts'),
})
export type WebhookInput = z.infer<typeof webhookInput>
