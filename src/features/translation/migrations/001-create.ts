// Machine translations, kept as long as the text they are of stands; what they cost; and what the office allows.
import { migration } from '#platform/db/migration.ts'

export const createTranslation = migration(
  'translation/001-create',
  `
create table translation (
  id int generated always as identity primary key,
  contribution_id int not null references contribution on delete cascade,
  -- Null: of the contribution itself.
  reply_id int references reply on delete cascade,
  source text not null,
  target text not null,
  provider text not null,
  -- A digest of the texts that were sent: another wording has another, and this translation is none of it.
  wording text not null,
  -- What was answered, piece by piece; null while it is on its way.
  pieces jsonb,
  piece_count int not null,
  characters int not null,
  -- Of what a service that answers later shows.
  token_hash text unique,
  asked_at timestamptz not null
);
create unique index translation_once on translation (contribution_id, coalesce(reply_id, 0), target, provider);
create index translation_by_reply on translation (reply_id);
alter table translation enable row level security;
-- Whoever reads the text now, and nobody else; never of what is hidden, also not for those who go on reading that.
create policy follows on translation for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id and c.state = 'published' and c.hidden_at is null)
  and (reply_id is null or exists (select 1 from reply r where r.id = reply_id and r.contribution_id = translation.contribution_id
    and r.withdrawn_at is null and r.hidden_at is null)));
create policy system on translation to vicinia_system using (true);
grant select (id, contribution_id, reply_id, source, target, provider, wording, pieces, asked_at) on translation to vicinia_app;

-- A translation goes in the transaction in which its text changes or goes; so does one that is on its way.
create function app.forget_translations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'reply' then
    delete from translation where reply_id = new.id;
  elsif new.state <> 'published' or (new.audience_id, new.hidden_at) is distinct from (old.audience_id, old.hidden_at) then
    delete from translation where contribution_id = new.id;
  else
    delete from translation where contribution_id = new.id and reply_id is null;
  end if;
  return null;
end $$;
revoke execute on function app.forget_translations() from public;
create trigger forget_translations after update on contribution for each row
  when ((old.state, old.audience_id, old.hidden_at, old.revision, old.title, old.summary, old.lang)
    is distinct from (new.state, new.audience_id, new.hidden_at, new.revision, new.title, new.summary, new.lang))
  execute function app.forget_translations();
create trigger forget_translations after update on reply for each row
  when ((old.text, old.lang, old.withdrawn_at, old.hidden_at) is distinct from (new.text, new.lang, new.withdrawn_at, new.hidden_at))
  execute function app.forget_translations();

create table translation_use (
  -- Its first day.
  month date not null,
  provider text not null,
  characters int not null default 0 check (characters >= 0),
  texts int not null default 0,
  failures int not null default 0,
  primary key (month, provider)
);
create table translation_failure (
  id int generated always as identity primary key,
  at timestamptz not null,
  provider text not null,
  reason text not null check (reason in ('unreached', 'late', 'refused', 'used-up', 'busy', 'nonsense'))
);
create table translation_setting (
  only_one boolean primary key default true check (only_one),
  amber_to_translation boolean not null default false,
  -- 0: nothing is sent at all.
  monthly_characters int not null default 500000 check (monthly_characters between 0 and 100000000),
  changed_by int references person,
  changed_at timestamptz not null
);
alter table translation_use enable row level security;
create policy office on translation_use for select to vicinia_app using ((select app.role()) = 'office:network');
create policy system on translation_use to vicinia_system using (true);
grant select on translation_use to vicinia_app;
alter table translation_failure enable row level security;
create policy office on translation_failure for select to vicinia_app using ((select app.role()) = 'office:network');
create policy system on translation_failure to vicinia_system using (true);
grant select on translation_failure to vicinia_app;
alter table translation_setting enable row level security;
-- Whoever is offered a translation is offered it by this.
create policy persons on translation_setting for select to vicinia_app using ((select app.person()) is not null);
create policy set on translation_setting for insert to vicinia_app with check (
  (select app.role()) = 'office:network' and changed_by = (select app.person()));
create policy change on translation_setting for update to vicinia_app using ((select app.role()) = 'office:network')
  with check ((select app.role()) = 'office:network' and changed_by = (select app.person()));
create policy system on translation_setting to vicinia_system using (true);
grant select, insert, update (amber_to_translation, monthly_characters, changed_by, changed_at) on translation_setting to vicinia_app;
`,
)
