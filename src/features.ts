// THE list of features; one line per feature, nothing else. The order is that of migrations, of the demonstration and of
// routes: `/practices/export` of tables and `/practices/from-file` of drafting are asked before `/practices/:address`,
// and the city that is none of veils before `/members/:slug`.
import type { Feature } from '#platform/feature.ts'
import { absences } from './features/absences/feature.ts'
import { accession } from './features/accession/feature.ts'
import { accounts } from './features/accounts/feature.ts'
import { adoptions } from './features/adoptions/feature.ts'
import { announcements } from './features/announcements/feature.ts'
import { api } from './features/api/feature.ts'
import { benefit } from './features/benefit/feature.ts'
import { bookmarks } from './features/bookmarks/feature.ts'
import { calendars } from './features/calendars/feature.ts'
import { care } from './features/care/feature.ts'
import { contacts } from './features/contacts/feature.ts'
import { desk } from './features/desk/feature.ts'
import { digests } from './features/digests/feature.ts'
import { discussion } from './features/discussion/feature.ts'
import { documents } from './features/documents/feature.ts'
import { doubles } from './features/doubles/feature.ts'
import { drafting } from './features/drafting/feature.ts'
import { experts } from './features/experts/feature.ts'
import { feeds } from './features/feeds/feature.ts'
import { fees } from './features/fees/feature.ts'
import { forums } from './features/forums/feature.ts'
import { gains } from './features/gains/feature.ts'
import { gathering } from './features/gathering/feature.ts'
import { history } from './features/history/feature.ts'
import { home } from './features/home/feature.ts'
import { incoming } from './features/incoming/feature.ts'
import { invoices } from './features/invoices/feature.ts'
import { mails } from './features/mails/feature.ts'
import { meetings } from './features/meetings/feature.ts'
import { members } from './features/members/feature.ts'
import { memberships } from './features/memberships/feature.ts'
import { messages } from './features/messages/feature.ts'
import { notices } from './features/notices/feature.ts'
import { payments } from './features/payments/feature.ts'
import { people } from './features/people/feature.ts'
import { polls } from './features/polls/feature.ts'
import { practices } from './features/practices/feature.ts'
import { privacy } from './features/privacy/feature.ts'
import { push } from './features/push/feature.ts'
import { questions } from './features/questions/feature.ts'
import { rooms } from './features/rooms/feature.ts'
import { routing } from './features/routing/feature.ts'
import { saved } from './features/saved/feature.ts'
import { search } from './features/search/feature.ts'
import { tables } from './features/tables/feature.ts'
import { translation } from './features/translation/feature.ts'
import { vain } from './features/vain/feature.ts'
import { veils } from './features/veils/feature.ts'
import { visits } from './features/visits/feature.ts'
import { vocabulary } from './features/vocabulary/feature.ts'
import { webhooks } from './features/webhooks/feature.ts'

export const features: readonly Feature[] = [
  veils,
  members,
  people,
  absences,
  experts,
  fees,
  accounts,
  contacts,
  gains,
  discussion,
  tables,
  drafting,
  practices,
  adoptions,
  bookmarks,
  questions,
  routing,
  gathering,
  rooms,
  documents,
  meetings,
  polls,
  messages,
  visits,
  incoming,
  vocabulary,
  announcements,
  translation,
  forums,
  notices,
  history,
  desk,
  benefit,
  home,
  search,
  saved,
  digests,
  calendars,
  feeds,
  push,
  care,
  vain,
  memberships,
  accession,
  invoices,
  payments,
  doubles,
  webhooks,
  privacy,
  api,
  mails,
]
