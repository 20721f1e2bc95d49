// The trunk's manifest: its schema. It has no pages; features draw what it keeps.
import { actors } from './migrations/001-actors.ts'
import { contributions } from './migrations/002-contributions.ts'
import { coAuthors } from './migrations/003-co-authors.ts'
import { outOfReach } from './migrations/004-out-of-reach.ts'
import { visits } from './migrations/005-visits.ts'
import { forums } from './migrations/006-forums.ts'
import { stewards } from './migrations/007-stewards.ts'
import { resting } from './migrations/008-resting.ts'
import { veils } from './migrations/009-veils.ts'
import { rooms } from './migrations/010-rooms.ts'
import { answers } from './migrations/011-answers.ts'
import { roomsMended } from './migrations/012-rooms-mended.ts'
import { care } from './migrations/013-care.ts'
import { saidElsewhere } from './migrations/014-said-elsewhere.ts'
import { veilsMended } from './migrations/015-veils-mended.ts'
import { confided } from './migrations/016-confided.ts'
import { costs } from './migrations/017-costs.ts'
import { pastPolicies } from './migrations/018-past-policies.ts'
import { keepingAway } from './migrations/019-keeping-away.ts'

export const trunkMigrations = [
  actors,
  contributions,
  coAuthors,
  outOfReach,
  visits,
  forums,
  stewards,
  resting,
  veils,
  rooms,
  answers,
  roomsMended,
  care,
  saidElsewhere,
  veilsMended,
  confided,
  costs,
  pastPolicies,
  keepingAway,
]
