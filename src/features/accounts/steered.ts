// The organisation that somebody who steers is working for.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { SteeredOrganisation } from './account.ts'
import { findSteeredOrganisation } from './store-invitations.ts'

/** The organisation asked for, if the viewer steers it; without one asked for, their own. */
export async function getOrganisation(
  db: Db,
  viewer: SignedIn,
  slug: string | undefined,
): Promise<SteeredOrganisation> {
  const { organisationId, organisationName, organisationSlug } = viewer.person
  if (slug === undefined || slug === organisationSlug)
    return { id: organisationId, name: organisationName, slug: organisationSlug }
  const found = await findSteeredOrganisation(db, slug, viewer.person.lang)
  if (found === undefined) throw notFound()
  return found
}
