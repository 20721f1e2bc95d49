// A document's row lies in one piece where a page has room for it. Apart, as for a search that read a thousand rows, its words and
// their places were fetched from elsewhere piece by piece, for each of the seventy that are looked at now.
import { migration } from '#platform/db/migration.ts'

export const wholeRows = migration(
  'search/009-whole-rows',
  'alter table search_document set (toast_tuple_target = 8160);',
)
