// What may become of a reply: changed with every earlier wording kept, files of its own, and a call to whoever reads it now.
import { migration } from '#platform/db/migration.ts'

export const answers = migration(
  'trunk/011-answers',
  `
-- Grows with every new wording; a form that was opened on an older one is refused instead of overwriting.
alter table reply add column revision int not null default 1;
grant update (lang) on reply to vicinia_app;

create table reply_version (
  reply_id int not null references reply,
  revision int not null,
  lang text not null,
  text text not null,
  -- When this wording was written.
  at timestamptz not null,
  primary key (reply_id, revision)
);
alter table reply_version enable row level security;
-- Whoever the reply reaches reads its earlier wordings; what was taken back is taken back in all of them.
create policy follows on reply_version for select to vicinia_app
  using (exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null));
create policy system on reply_version to vicinia_system using (true);
grant select on reply_version to vicinia_app;

-- Nobody changes a reply without leaving what stood there, whichever way they come.
create function app.keep_wording() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.text, new.lang) is not distinct from (old.text, old.lang) then return new; end if;
  if old.withdrawn_at is not null then
    raise exception 'what was taken back is not changed' using errcode = '42501';
  end if;
  insert into reply_version (reply_id, revision, lang, text, at)
    values (old.id, old.revision, old.lang, old.text, coalesce(old.edited_at, old.created_at));
  new.revision := old.revision + 1;
  if new.edited_at is not distinct from old.edited_at then new.edited_at := now(); end if;
  return new;
end $$;
revoke execute on function app.keep_wording() from public;
create trigger keep_wording before update on reply for each row execute function app.keep_wording();

-- Two numbers, no words: whoever reads along asks for the reply themselves, and gets it as far as it reaches them.
create function app.tell_reply() returns trigger language plpgsql as $$
begin perform pg_notify('live', new.contribution_id || ' ' || new.id); return null; end $$;
create trigger tell_reply after insert or update on reply for each row execute function app.tell_reply();

-- Whom of those who read along this reply reaches now, judged as each of them: by the same policies as every page.
-- Knows nobody but by the digest of a session's secret, which whoever asks must bring. Afterwards nobody is entered.
create function app.reached_readers(hashes text[], which int) returns setof text language plpgsql as $$
declare one text;
begin
  foreach one in array hashes loop
    if exists (select 1 from app.enter_by_session(one)) and exists (select 1 from reply where id = which) then return next one; end if;
    perform set_config('app.person', '', true), set_config('app.audiences', '', true),
      set_config('app.organisation', '', true), set_config('app.role', '', true);
  end loop;
end $$;

-- Files of a reply are its author's, and go with it.
alter table attachment add column reply_id int references reply;
create index attachment_by_reply on attachment (reply_id) where reply_id is not null;
create function app.wrote(which int, within_contribution int) returns boolean language sql stable as $$
  select exists (select 1 from reply r where r.id = which and r.contribution_id = within_contribution and r.withdrawn_at is null
    and ((r.author_id = (select app.person()) and r.organisation_id = (select app.organisation()))
      -- As the member city that asked.
      or (r.author_id is null and r.contribution_id = any ((select app.veiled())::int[])))) $$;
drop policy follows on attachment;
create policy follows on attachment for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id)
  and (reply_id is null or exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null)));
drop policy write on attachment;
create policy write on attachment for insert to vicinia_app with check (uploaded_by = (select app.person())
  and case when reply_id is null then app.may_change(contribution_id) else app.wrote(reply_id, contribution_id) end);
drop policy erase on attachment;
create policy erase on attachment for delete to vicinia_app using (
  case when reply_id is null then app.may_change(contribution_id) else app.wrote(reply_id, contribution_id) end);
`,
)
