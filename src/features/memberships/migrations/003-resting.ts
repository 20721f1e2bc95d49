// A suspended membership of a forum stays in what the register shows of forums; only its persons lose the forum.
import { migration } from '#platform/db/migration.ts'

export const restingForums = migration(
  'memberships/003-resting',
  `
-- As before, but for what it makes of forum_member: whoever is suspended stays there, resting.
create or replace function app.settle_memberships(on_day date, whose int[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare concerned int[]; changed int[] := '{}'; hit int[];
begin
  with due as (
    update renaming r set applied_at = now()
    where r.applied_at is null and r.on_day <= settle_memberships.on_day and (whose is null or r.organisation_id = any (whose)) returning *
  ), called as (
    update organisation o set name = due.name, names = due.names from due where o.id = due.organisation_id returning o.id
  ), locally as (
    update member m set local_name = due.name from due where m.organisation_id = due.organisation_id
  ) select coalesce(array_agg(id), '{}') into hit from called;
  changed := changed || hit;

  select coalesce(array_agg(distinct m.organisation_id), '{}') into concerned from membership m
    where whose is null or m.organisation_id = any (whose);
  with now_active as (
    select one as id, x.organisation_id is not null as yes from unnest(concerned) one
    left join app.members_on(on_day, concerned) x on x.organisation_id = one and x.forum_id is null
  ), turned as (
    update organisation o set active = n.yes from now_active n where o.id = n.id and o.active <> n.yes returning o.id
  ) select coalesce(array_agg(id), '{}') into hit from turned;
  changed := changed || hit;

  with should as (
    select m.organisation_id, m.forum_id, not o.active as alone, x.organisation_id is null as rests
    from membership m join organisation o on o.id = m.organisation_id
      left join app.members_on(on_day, concerned) x on x.organisation_id = m.organisation_id and x.forum_id = m.forum_id
    where m.organisation_id = any (concerned) and m.forum_id is not null
      and m.begins_on <= on_day and (m.ends_on is null or m.ends_on >= on_day)
  ), gone as (
    delete from forum_member fm where fm.organisation_id = any (concerned)
      and not exists (select 1 from should s where s.organisation_id = fm.organisation_id and s.forum_id = fm.forum_id) returning fm.organisation_id
  ), come as (
    insert into forum_member as fm (forum_id, organisation_id, without_network, resting) select s.forum_id, s.organisation_id, s.alone, s.rests from should s
    on conflict (forum_id, organisation_id) do update set without_network = excluded.without_network, resting = excluded.resting
      where (fm.without_network, fm.resting) is distinct from (excluded.without_network, excluded.resting) returning fm.organisation_id
  ) select coalesce(array_agg(organisation_id), '{}') into hit from (select * from gone union select * from come) moved;
  changed := changed || hit;

  with shown as (
    select one as id, n.id is not null as belongs, n.invented, n.begins_on, n.begins_known,
      exists (select 1 from membership p where p.organisation_id = one and p.forum_id is null
        and p.ends_on >= p.begins_on and p.ends_on < on_day) as belonged
    from unnest(concerned) one left join membership n on n.organisation_id = one and n.forum_id is null
      and n.begins_on <= on_day and (n.ends_on is null or n.ends_on >= on_day)
  ), turned as (
    update member m set
      state = case when s.belongs then case when s.invented then 'demonstration' else 'member' end when s.belonged then 'left' else 'none' end,
      member_since = case when s.belongs and s.begins_known then s.begins_on when s.belongs then null else m.member_since end
    from shown s where m.organisation_id = s.id and (m.state, m.member_since) is distinct from (
      case when s.belongs then case when s.invented then 'demonstration' else 'member' end when s.belonged then 'left' else 'none' end,
      case when s.belongs and s.begins_known then s.begins_on when s.belongs then null else m.member_since end)
    returning m.organisation_id
  ) select coalesce(array_agg(organisation_id), '{}') into hit from turned;
  changed := changed || hit;

  with latest as (
    select distinct on (p.organisation_id) p.* from population_figure p
    where p.as_of <= on_day and (whose is null or p.organisation_id = any (whose)) order by p.organisation_id, p.as_of desc, p.id desc
  ), turned as (
    update member m set population = l.population, population_year = extract(year from l.as_of), population_source = l.source
    from latest l where m.organisation_id = l.organisation_id and (m.population, m.population_year, m.population_source)
      is distinct from (l.population, extract(year from l.as_of)::smallint, l.source) returning m.organisation_id
  ) select coalesce(array_agg(organisation_id), '{}') into hit from turned;
  changed := changed || hit;

  insert into fact (name, organisation_id, audience_id) select distinct 'member.changed', one, 1 from unnest(changed) one;
  return (select count(distinct one) from unnest(changed) one);
end $$;
-- Whoever is suspended at this moment comes back into the lists.
select app.settle_memberships(app.today(), null);
`,
)
