// Revisions: every saved state of a practice as a whole, so that changes can be shown and two people's work joined.
import { migration } from '#platform/db/migration.ts'

export const revisions = migration(
  'practices/003-revisions',
  `
create table practice_revision (
  contribution_id int not null references contribution,
  revision int not null,
  at timestamptz not null default now(),
  by_id int references person,
  audience_id int not null references audience,
  content jsonb not null,
  primary key (contribution_id, revision)
);
alter table practice_revision enable row level security;
-- For the city itself: what was taken out may have been taken out for a reason.
create policy own on practice_revision for select to vicinia_app using (exists (
  select 1 from contribution c where c.id = contribution_id and c.organisation_id = (select app.organisation())));
create policy write on practice_revision for insert to vicinia_app with check (
  app.may_change(contribution_id) and by_id = (select app.person()) and exists (select 1 from audience a where a.id = audience_id));
create policy system on practice_revision to vicinia_system using (true);
grant select, insert on practice_revision to vicinia_app;
insert into practice_revision (contribution_id, revision, at, by_id, audience_id, content)
  select c.id, c.revision, c.updated_at, c.author_id, c.audience_id, jsonb_build_object('title', c.title, 'summary', c.summary, 'lang', c.lang, 'concepts', to_jsonb(c.concepts),
  'problem', pr.problem, 'analysis', pr.analysis, 'response', pr.response, 'partners', pr.partners, 'cost', pr.cost, 'staff', pr.staff,
  'results', pr.results, 'evaluation', pr.evaluation, 'lessons', pr.lessons, 'transfer', pr.transfer,
  'yearStart', pr.year_start, 'yearEnd', pr.year_end, 'evidence', pr.evidence, 'sources', pr.sources)
  from contribution c join practice pr on pr.contribution_id = c.id;
`,
)
