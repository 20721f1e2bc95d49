// A row of postings is written anew with each thousand documents. Where its page has room for the next version, the room of
// the one before is used again by itself: at 80 %, more than four times was taken of what the rows hold, until somebody tidied up.
import { migration } from '#platform/db/migration.ts'

export const room = migration('search/007-room', 'alter table search_posting set (fillfactor = 50);')
