// What a reply refers to, whom it calls, what somebody is writing, and what whoever asked made of all the answers.
import { migration } from '#platform/db/migration.ts'

export const answering = migration(
  'discussion/003-answering',
  `
-- The words of another reply that this one answers. Beside the text and not within it: with the quoted reply they go too.
create table reply_quote (
  reply_id int primary key references reply,
  quoted_id int not null references reply check (quoted_id < reply_id),
  part text not null check (length(part) between 1 and 2000)
);
create index reply_quote_by_quoted on reply_quote (quoted_id);
alter table reply_quote enable row level security;
create policy follows on reply_quote for select to vicinia_app using (
  exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null)
  and exists (select 1 from reply q where q.id = quoted_id and q.withdrawn_at is null));
create policy write on reply_quote for insert to vicinia_app with check (exists (
  select 1 from reply r join reply q on q.contribution_id = r.contribution_id where r.id = reply_id and q.id = quoted_id
    and q.withdrawn_at is null and app.wrote(r.id, r.contribution_id)));
create policy system on reply_quote to vicinia_system using (true);
grant select, insert on reply_quote to vicinia_app;

-- Does this published thing reach that person? Answered to whom it reaches, and to nobody else.
create function app.reaches(which int, whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from contribution c join person p on p.id = whose and p.left_at is null
    where c.id = which and c.state = 'published'
      and (c.audience_id = any (app.audiences()) or c.id = any (app.co_authored(false)) or app.may_steer(c.id))
      and (c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[])
        or exists (select 1 from co_author w where w.contribution_id = c.id and w.person_id = p.id
          and w.organisation_id = p.organisation_id and w.joined_at is not null))) $$;
revoke execute on function app.reaches(int, int) from public;
grant execute on function app.reaches(int, int) to vicinia_app;

create table reply_mention (
  reply_id int not null references reply,
  person_id int not null references person,
  primary key (reply_id, person_id)
);
create index reply_mention_by_person on reply_mention (person_id);
alter table reply_mention enable row level security;
create policy follows on reply_mention for select to vicinia_app
  using (exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null));
create policy write on reply_mention for insert to vicinia_app with check (exists (
  select 1 from reply r where r.id = reply_id and app.wrote(r.id, r.contribution_id) and app.reaches(r.contribution_id, person_id)));
create policy system on reply_mention to vicinia_system using (true);
grant select, insert on reply_mention to vicinia_app;

-- Their own words, also when what they were writing below is closed or out of their reach meanwhile.
create table discussion_kept_text (
  person_id int not null references person,
  contribution_id int not null references contribution,
  typed jsonb not null,
  at timestamptz not null,
  primary key (person_id, contribution_id)
);
create index discussion_kept_text_by_contribution on discussion_kept_text (contribution_id);
alter table discussion_kept_text enable row level security;
create policy own on discussion_kept_text to vicinia_app using (person_id = (select app.person()))
  with check (person_id = (select app.person()) and exists (select 1 from contribution c where c.id = contribution_id));
create policy system on discussion_kept_text to vicinia_system using (true);
grant select, insert, delete, update (typed, at) on discussion_kept_text to vicinia_app;

-- Every wording is a row, the newest stands on top. Who wrote it is not said: whoever looks after what was asked.
create table discussion_summary (
  contribution_id int not null references contribution,
  number int not null check (number > 0),
  lang text not null,
  text text not null check (text <> ''),
  at timestamptz not null default now(),
  primary key (contribution_id, number)
);
alter table discussion_summary enable row level security;
create policy follows on discussion_summary for select to vicinia_app
  using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on discussion_summary for insert to vicinia_app with check (
  app.may_steer(contribution_id) and exists (select 1 from contribution c where c.id = contribution_id and c.state = 'published'));
create policy system on discussion_summary to vicinia_system using (true);
grant select, insert (contribution_id, number, lang, text) on discussion_summary to vicinia_app;
`,
)
