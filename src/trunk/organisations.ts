// What an organisation is called: Wien to one reader, Wiedeń to another.
import { type RawBuilder, sql } from 'kysely'

/** The name of the organisation that the query calls `o`: in the reader's language, else as it is registered. */
export const organisationName = (lang: string): RawBuilder<string> => sql<string>`coalesce(o.names ->> ${lang}, o.name)`
