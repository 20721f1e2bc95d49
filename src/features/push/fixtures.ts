// For tests: a town beside a push service, and browsers in which somebody allows notices.
import { expect } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { openPushService, type PushService } from '../../../testing/push/loopback-push.ts'
import { devicesPath } from './paths.ts'
import { pushTo } from './public.ts'

export interface PushTown {
  readonly town: Town
  readonly service: PushService
  readonly allow: (who: Visitor, name: string) => Promise<void>
  readonly tell: (personId: number, key: string, contributionId?: number, path?: string) => Promise<void>
  readonly workAll: () => Promise<void>
  /** What arrived at this browser since. */
  readonly bodies: (name: string) => string[]
}

export async function openPushTown(): Promise<PushTown> {
  const town = await openTown()
  const service = await openPushService()
  return {
    ...{ town, service },
    allow: async (who, name) => expect((await who.post(devicesPath, service.subscribe(name))).status).toBe(303),
    tell: (personId, key, contributionId, path = '/') =>
      pushTo({ system: town.database.system }, personId, {
        key,
        path,
        ...(contributionId === undefined ? {} : { contributionId }),
      }),
    workAll: async () => {
      while ((await town.work()) > 0);
    },
    bodies: (name) => service.received.filter((one) => one.name === name).map(({ text }) => JSON.parse(text).body),
  }
}
