// The city of whoever asks, on the page and through the interface for programs alike: cities like theirs come a little earlier.
import type { PageVisit } from '#platform/http/visit.ts'
import type { ReaderCity } from './rank.ts'
import { findReaderCity } from './store.ts'

/** Undefined for visitors: nothing is known of them. */
export const readerOf = async ({ var: { db, viewer } }: PageVisit): Promise<ReaderCity | undefined> =>
  viewer.person === undefined ? undefined : findReaderCity(db, viewer.person.organisationId)
