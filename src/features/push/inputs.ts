// What a browser tells of itself when somebody allows notices in it.
import { z } from 'zod'
import { isAuthSecret, isPublicKey, isPushAddress } from './device.ts'

/** `toLoopback`: for tests, in which the push service runs beside. */
export const deviceInput = (toLoopback: boolean) =>
  z.object({
    endpoint: z
      .string('push.issue-device')
      .max(2000, 'push.issue-device')
      .refine((text) => isPushAddress(text, toLoopback), 'push.issue-device'),
    p256dh: z.string('push.issue-device').max(100).refine(isPublicKey, 'push.issue-device'),
    auth: z.string('push.issue-device').max(32).refine(isAuthSecret, 'push.issue-device'),
  })
