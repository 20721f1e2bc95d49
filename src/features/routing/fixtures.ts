// For the tests of routing: a question of Jonte's, and who was asked.
import { expect } from 'vitest'
import type { JobParts } from '#platform/feature.ts'
import type { Town } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'

const fields = {
  text: 'Wer hat Nachtmediatoren in einer Ausgehstraße eingesetzt, und was würden Sie anders machen?',
  title: 'Nachtmediatoren in der Ausgehstraße',
  lang: 'de',
  'concepts[]': ['mediation', 'nightlife'],
  audience: '2',
}

export async function askAs(
  town: Town,
  slug: string,
  more: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<{ path: string; id: number }> {
  const answer = await (await town.as(slug)).post('/questions', { ...fields, ...more })
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  return { path, id: Number(/\d+/.exec(path)?.[0]) }
}

export interface AskedRow {
  readonly slug: string
  readonly city: string
  readonly country: string
  readonly email: string
  readonly mailed: boolean
  readonly declined: boolean
  readonly named: boolean
}
export const askedOf = (town: Town, id: number): Promise<AskedRow[]> =>
  rowsOf<AskedRow>(
    town,
    `select p.slug, o.slug as city, o.country, p.email, a.mailed_at is not null as mailed, a.declined_at is not null as declined,
       a.named_by is not null as named
     from asked_person a join person p on p.id = a.person_id join organisation o on o.id = p.organisation_id
     where a.contribution_id = ${id} order by p.slug`,
  )

/** Jobs at another moment, with the mails that they send. */
export const partsAt = (town: Town, now: Date): JobParts => ({
  ...testJobs(town.database.system, town.dataDir),
  now: () => now,
  mail: async (mail) => {
    town.mails.push(mail)
  },
})

export const work = async (town: Town): Promise<void> => {
  while ((await town.work()) > 0);
}
