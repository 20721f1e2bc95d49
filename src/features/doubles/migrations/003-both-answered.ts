// A poll that both entries have answered stands in the way no more: the answer given last counts, the other is kept for the city.
import { migration } from '#platform/db/migration.ts'

export const joinAnswers = migration(
  'doubles/003-both-answered',
  `
-- Null: done. Else why not: 'forbidden', 'unlike' (no two entries of the same kind and country), 'member' (the double is or was
-- one), 'invoiced', 'conflict' (both have what there can be only one of), 'fixed' (what stands against the double for good).
create or replace function app.join_doubles(gone int, kept int) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare me text; theirs organisation; ours organisation; way record; from_audience int; to_audience int; refusal text;
begin
  if app.role() is distinct from 'office:network' then return 'forbidden'; end if;
  -- In the order in which whoever writes something asks for them, so that neither waits for the other in a circle. Nothing
  -- new hangs itself on the double from here on.
  lock table bookmark_folder in share row exclusive mode;
  perform 1 from audience where organisation_id in (gone, kept) order by id for update;
  -- Two who press at once: the second finds the double gone.
  perform 1 from organisation where id in (gone, kept) order by id for update;
  select * into theirs from organisation where id = gone;
  select * into ours from organisation where id = kept;
  if theirs.id is null or ours.id is null or gone = kept or theirs.kind <> ours.kind or theirs.country <> ours.country
    or theirs.kind = 'office' then return 'unlike'; end if;
  if theirs.active or exists (select 1 from membership where organisation_id = gone) then return 'member'; end if;
  if exists (select 1 from invoice where organisation_id = gone) then return 'invoiced'; end if;
  select id into from_audience from audience where organisation_id = gone;
  select id into to_audience from audience where organisation_id = kept;

  me := current_setting('app.person', true);
  perform set_config('app.person', '', true), set_config('app.joining', 'on', true);
  begin
    -- Search makes anew what has moved: it carries the name of the city.
    insert into fact (name, contribution_id, audience_id, data)
      select 'contribution.moved', id, case when audience_id = from_audience then to_audience else audience_id end, '{}'
      from contribution where organisation_id = gone and state <> 'draft';
    insert into fact (name, data) select 'person.moved', jsonb_build_object('person', id) from person where organisation_id = gone;
    delete from search_document where kind = 'member' and subject = gone;
    -- One of each is enough, and the kept entry's is the one that counts.
    delete from member where organisation_id = gone and exists (select 1 from member where organisation_id = kept);
    delete from billing where organisation_id = gone and exists (select 1 from billing where organisation_id = kept);
    delete from forum_member d where organisation_id = gone
      and exists (select 1 from forum_member k where k.organisation_id = kept and k.forum_id = d.forum_id);
    delete from poll_asked d where organisation_id = gone
      and exists (select 1 from poll_asked k where k.organisation_id = kept and k.contribution_id = d.contribution_id);
    delete from poll_colleague d where organisation_id = gone
      and exists (select 1 from poll_colleague k where k.organisation_id = kept and k.contribution_id = d.contribution_id);
    -- Both have answered: what was given or changed last counts, the other is an earlier answer of the same city.
    update poll_answer a set superseded_by = b.id from poll_answer b
      where a.contribution_id = b.contribution_id and a.superseded_by is null and b.superseded_by is null
        and a.organisation_id in (gone, kept) and b.organisation_id in (gone, kept) and a.organisation_id <> b.organisation_id
        and (coalesce(a.changed_at, a.given_at), a.id) < (coalesce(b.changed_at, b.given_at), b.id);
    -- No city is its own partner.
    update gain set partner_id = null where organisation_id in (gone, kept) and partner_id in (gone, kept);
    -- A folder of the city goes on belonging to the same people: what they noted in it stays.
    alter table bookmark_folder disable trigger empty_moved_folder;
    for way in
      select c.conrelid::regclass as relation, a.attname as attribute, c.confrelid = 'audience'::regclass as of_audience
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and cardinality(c.conkey) = 1 and c.confrelid in ('organisation'::regclass, 'audience'::regclass)
        and c.conrelid <> 'audience'::regclass
      -- Whose an adoption is must be known before its audience is asked about.
      order by 3, 1
    loop
      execute format('update %s set %I = $1 where %I = $2', way.relation, way.attribute, way.attribute)
        using case when way.of_audience then to_audience else kept end, case when way.of_audience then from_audience else gone end;
    end loop;
    alter table bookmark_folder enable trigger empty_moved_folder;
    delete from audience where id = from_audience;
    delete from organisation where id = gone;
    insert into former_address (slug, organisation_id) values (theirs.slug, kept);
  exception
    when unique_violation or exclusion_violation then refusal := 'conflict';
    -- Money that was paid or shared, a look behind a veil: what its own feature lets nobody rewrite.
    when integrity_constraint_violation or insufficient_privilege then refusal := 'fixed';
  end;
  perform set_config('app.person', coalesce(me, ''), true), set_config('app.joining', '', true);
  return refusal;
end $$;
`,
)
