// What was searched in vain, counted by month and language: without person, address, day or hour.
import { migration } from '#platform/db/migration.ts'

export const createVain = migration(
  'vain/001-create',
  `
create table vain_search (
  id int generated always as identity primary key,
  -- The first day of the month; nothing finer is kept.
  month date not null check (extract(day from month) = 1),
  lang text not null,
  -- Of the folded words, keyed with the installation's secret: who asked only once or twice has left no words here.
  digest text not null,
  times int not null,
  -- Written down only when they were asked often enough to be nobody's own.
  words text,
  done_at timestamptz,
  unique (month, lang, digest)
);
alter table vain_search enable row level security;
create policy office on vain_search for select to vicinia_app using (words is not null and (select app.role()) = 'office:network');
create policy change on vain_search for update to vicinia_app
  using (words is not null and (select app.role()) = 'office:network') with check ((select app.role()) = 'office:network');
create policy system on vain_search to vicinia_system using (true);
grant select, update (done_at) on vain_search to vicinia_app;
`,
)
