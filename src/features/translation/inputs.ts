// What forms and queries of translation may hold.
import { z } from 'zod'

export const settingInput = z.object({
  amber: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
  monthly: z.coerce
    .number('translation.issue-monthly')
    .int('translation.issue-monthly')
    .min(0, 'translation.issue-monthly')
    .max(100_000_000, 'translation.issue-monthly'),
})
export type SettingInput = z.infer<typeof settingInput>

export const shownStates = ['shown', 'pair', 'too-long', 'used-up', 'busy', 'failed'] as const
export type ShownState = (typeof shownStates)[number]

/** Of the page of a contribution: what became of the wish, and of which reply. Anything else is nothing. */
export const shownQuery = z.object({
  translation: z.enum(shownStates).optional().catch(undefined),
  reply: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
})
