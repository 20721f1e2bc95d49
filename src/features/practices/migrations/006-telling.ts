// Telling in steps, with co-authors: what was measured and when, text kept step by step, revisions for whoever writes.
import { migration } from '#platform/db/migration.ts'

const steps = {
  beginning: ['title', 'summary', 'lang'],
  problem: ['problem', 'analysis'],
  response: ['response', 'partners', 'yearStart', 'yearEnd', 'cost', 'staff'],
  results: ['results', 'effect', 'evidence', 'evaluation'],
  lessons: ['lessons', 'transfer', 'mechanism', 'moderators', 'implementation', 'economics', 'sources'],
  readers: ['concepts', 'audience', 'persons'],
}

const keptByStep = Object.entries(steps).map(
  ([step, fields]) => `
insert into practice_kept_text (person_id, contribution_id, step, typed, at)
  select person_id, contribution_id, '${step}',
    (select jsonb_object_agg(key, value) from jsonb_each(typed) where key in (${[...fields, 'revision'].map((name) => `'${name}'`).join(', ')})), at
  from practice_kept_text where step = '' and contribution_id is not null and typed ?| array[${fields.map((name) => `'${name}'`).join(', ')}];`,
)

export const telling = migration(
  'practices/006-telling',
  `
alter table practice
  add measured text not null default '',
  -- In words: "2019 to 2021, each May".
  add measured_when text not null default '' check (length(measured_when) <= 200);

alter table practice_kept_text add step text not null default '';
alter table practice_kept_text drop constraint practice_kept_text_person_id_contribution_id_key;
alter table practice_kept_text add unique nulls not distinct (person_id, contribution_id, step);
${keptByStep.join('')}
-- Of a practice that was never saved all of it goes on to its first step, which carries it.
update practice_kept_text set step = 'beginning' where step = '' and contribution_id is null;
delete from practice_kept_text where step = '';
alter table practice_kept_text alter step drop default;

drop policy own on practice_revision;
create policy own on practice_revision for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id and c.organisation_id = (select app.organisation()))
  or (contribution_id = any ((select app.co_authored(true))::int[]) and exists (select 1 from contribution c where c.id = contribution_id)));
drop policy write on practice_revision;
-- A state lies in the audience that the practice has in this moment, whether or not it reaches whoever wrote it.
create policy write on practice_revision for insert to vicinia_app with check (
  app.may_change(contribution_id) and by_id = (select app.person())
  and exists (select 1 from contribution c where c.id = contribution_id and c.audience_id = practice_revision.audience_id));
`,
)
