// Proposals to the thesaurus, what an office decided about them, and the words that were accepted.
import { migration } from '#platform/db/migration.ts'

export const createVocabulary = migration(
  'vocabulary/001-create',
  `
-- The label is the title of the contribution, its language that of the contribution.
create table proposal (
  contribution_id int primary key references contribution,
  adds text not null check (adds in ('label', 'concept')),
  -- The concept that gets the label, or below which the new one stands.
  concept text not null,
  -- Of a new concept: its label in English, and what it means.
  english text not null default '',
  meaning text not null default '',
  reason text not null default '',
  -- Language of meaning and reason.
  written_in text not null
);
alter table proposal enable row level security;
create policy follows on proposal for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on proposal for insert to vicinia_app with check (app.may_change(contribution_id));
create policy system on proposal to vicinia_system using (true);
grant select, insert on proposal to vicinia_app;

-- Words that count from now on, in the order in which they were accepted. They are for everybody, like the files; who
-- proposed them is not told here, since that may be for fewer.
create table vocabulary_addition (
  id int generated always as identity primary key,
  concept text not null,
  -- Set where the addition makes the concept.
  broader text,
  note text not null default '',
  -- Language code → labels.
  labels jsonb not null,
  added_at timestamptz not null default now()
);
create unique index vocabulary_addition_makes on vocabulary_addition (concept) where broader is not null;
alter table vocabulary_addition enable row level security;
create policy everybody on vocabulary_addition for select to vicinia_app using (true);
create policy accept on vocabulary_addition for insert to vicinia_app with check ((select app.role()) = 'office:network');
create policy system on vocabulary_addition to vicinia_system using (true);
grant select, insert (concept, broader, note, labels) on vocabulary_addition to vicinia_app;

-- One for each proposal, and for good: two officers at once cannot both decide.
create table proposal_decision (
  contribution_id int primary key references contribution,
  accepted boolean not null,
  -- Why it was declined.
  reason text not null default '',
  -- Language of the reason.
  written_in text not null,
  addition_id int references vocabulary_addition,
  decided_by int not null references person,
  -- The office.
  organisation_id int not null references organisation,
  decided_at timestamptz not null default now(),
  check (accepted = (addition_id is not null))
);
alter table proposal_decision enable row level security;
create policy follows on proposal_decision for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy decide on proposal_decision for insert to vicinia_app with check (
  (select app.role()) = 'office:network' and decided_by = (select app.person()) and organisation_id = (select app.organisation())
  and exists (select 1 from contribution c where c.id = contribution_id and c.kind = 'proposal' and c.state = 'published'));
create policy system on proposal_decision to vicinia_system using (true);
grant select (contribution_id, accepted, reason, written_in, addition_id, organisation_id, decided_at) on proposal_decision to vicinia_app;
grant insert (contribution_id, accepted, reason, written_in, addition_id, decided_by, organisation_id) on proposal_decision to vicinia_app;
`,
)
