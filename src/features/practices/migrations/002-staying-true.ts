// Staying true: whether a practice still holds, when its authors were asked, when they said so last.
import { migration } from '#platform/db/migration.ts'

export const stayingTrue = migration(
  'practices/002-staying-true',
  `
alter table practice
  add currency text not null default 'current' check (currency in ('current', 'asked', 'unconfirmed', 'old')),
  add asked_at timestamptz,
  add confirmed_at timestamptz;
create index practice_in_question on practice (currency) where currency <> 'current';
`,
)
