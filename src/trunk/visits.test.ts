// The last visit is the end of the last day with one; reading today does not move it before tomorrow.
import { beforeAll, describe, expect, test } from 'vitest'
import { isSignedIn } from '#kernel/viewer.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { openTown, type Town } from '../../testing/app.ts'
import { fill } from '../../testing/as-owner.ts'
import { findLastVisit, lastVisitBefore, noteVisits } from './visits.ts'

const at = (text: string): Date => new Date(text)

test('the newest use counts unless it is of today; days begin at midnight in Brussels', () => {
  const visit = { lastAt: at('2026-11-12T22:50:00Z'), beforeAt: at('2026-11-09T08:00:00Z') }
  expect(lastVisitBefore(visit, at('2026-11-12T22:55:00Z'))).toEqual(visit.beforeAt)
  expect(lastVisitBefore(visit, at('2026-11-12T23:05:00Z'))).toEqual(visit.lastAt)
  expect(lastVisitBefore({ lastAt: visit.lastAt, beforeAt: null }, visit.lastAt)).toBeUndefined()
})

describe('as it is written down', () => {
  let town: Town
  let ada: number
  let session: string
  beforeAll(async () => {
    town = await openTown()
    ada = await town.personId('ada-lindmoser')
    session = sha256(newToken())
    await fill(
      town,
      `insert into session (person_id, token_hash, expires_at) values (${ada}, '${session}', now() + interval '1 day')`,
    )
  })
  const use = (moment: string) => noteVisits(town.database.system, new Map([[session, at(moment)]]))
  const lastVisit = (person: number, now: string) =>
    town.database.read({ personId: person }, (db, viewer) => findLastVisit(db, viewer, at(now)))

  test('a first visit makes nothing new; all of one day is one visit; the next day the day before counts', async () => {
    expect(await lastVisit(ada, '2026-11-10T09:00:00Z')).toBeUndefined()
    await use('2026-11-10T09:00:00Z')
    expect(await lastVisit(ada, '2026-11-10T17:00:00Z')).toBeUndefined()
    await use('2026-11-10T16:00:00Z')
    for (const moment of ['2026-11-12T08:00:00Z', '2026-11-12T15:00:00Z']) {
      expect(await lastVisit(ada, moment)).toEqual(at('2026-11-10T16:00:00Z'))
      await use(moment)
    }
    expect(await lastVisit(ada, '2026-11-12T20:00:00Z')).toEqual(at('2026-11-10T16:00:00Z'))
    expect(await lastVisit(ada, '2026-11-13T06:00:00Z')).toEqual(at('2026-11-12T15:00:00Z'))
  })

  test('what another process writes later about earlier takes nothing back, and an unknown session nothing in', async () => {
    await use('2026-11-11T10:00:00Z')
    await noteVisits(town.database.system, new Map([[sha256('nobody'), at('2026-12-24T10:00:00Z')]]))
    expect(await lastVisit(ada, '2026-11-13T06:00:00Z')).toEqual(at('2026-11-12T15:00:00Z'))
  })

  test('nobody sees when somebody else was here', async () => {
    const beatriz = await town.personId('beatriz-ribeirinha-douro')
    expect(await lastVisit(beatriz, '2026-11-13T06:00:00Z')).toBeUndefined()
    const asVisitor = await town.database.read({ visitor: true }, async (db, viewer) => [
      isSignedIn(viewer),
      await findLastVisit(db, viewer, at('2026-11-13T06:00:00Z')),
    ])
    expect(asVisitor).toEqual([false, undefined])
  })
})
