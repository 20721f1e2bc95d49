// Memberships of the network and of its forums with their days, what interrupts and ends them, names and inhabitants over time,
// municipalities that merge and split; the rules of forums at work, and what follows from all that for a day.
import { migration } from '#platform/db/migration.ts'

export const createMemberships = migration(
  'memberships/001-create',
  `
-- The civil day of the network.
create function app.today() returns date language sql stable as $$ select (now() at time zone 'Europe/Brussels')::date $$;

create table membership (
  id int generated always as identity primary key,
  organisation_id int not null references organisation,
  -- Null: of the network.
  forum_id int references forum,
  begins_on date not null check (begins_on between '1800-01-01' and '2200-01-01'),
  -- False: it began earlier, nobody wrote down when.
  begins_known boolean not null default true,
  -- The last day that an act on this membership gave it.
  closes_on date,
  closing text check (closing in ('resignation', 'succession', 'register')),
  -- The last day that counts: the earlier of closes_on and the end of what it follows. Set here, by nobody else.
  -- The day before begins_on: it never came about.
  ends_on date,
  ground text not null check (ground in ('register', 'admission', 'automatic', 'succession')),
  -- The membership on which this one hangs by the rule of its forum.
  follows_id int references membership,
  -- Of the demonstration only: no page says that this city belongs to a network.
  invented boolean not null default false,
  recorded_by int references person,
  recorded_at timestamptz not null default now(),
  check ((closes_on is null) = (closing is null)),
  check (closes_on >= begins_on - 1),
  check (ends_on >= begins_on - 1),
  check (ground <> 'automatic' or follows_id is not null),
  -- Ranges of one number instead of the number: so no extension is needed.
  constraint membership_no_overlap exclude using gist (
    int4range(organisation_id, organisation_id, '[]') with &&,
    int4range(coalesce(forum_id, 0), coalesce(forum_id, 0), '[]') with &&,
    daterange(begins_on, ends_on + 1) with &&)
);
create index membership_by_organisation on membership (organisation_id);
create index membership_by_forum on membership (forum_id, begins_on);
create index membership_following on membership (follows_id);

create table resignation (
  id int generated always as identity primary key,
  membership_id int not null references membership,
  received_on date not null,
  last_day date not null check (last_day >= received_on),
  recorded_by int not null references person,
  recorded_at timestamptz not null default now(),
  withdrawn_by int references person,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index resignation_standing on resignation (membership_id) where withdrawn_at is null;

create table suspension (
  id int generated always as identity primary key,
  membership_id int not null references membership,
  begins_on date not null,
  -- The day before begins_on: taken back before it began.
  ends_on date check (ends_on >= begins_on - 1),
  reason text not null check (length(reason) between 1 and 1000),
  recorded_by int references person,
  recorded_at timestamptz not null default now(),
  ended_by int references person,
  ended_at timestamptz,
  constraint suspension_no_overlap exclude using gist (
    int4range(membership_id, membership_id, '[]') with &&, daterange(begins_on, ends_on + 1) with &&)
);

create table population_figure (
  id int generated always as identity primary key,
  organisation_id int not null references organisation,
  -- The day that the figure is about; the last of its year where only the year is known.
  as_of date not null check (as_of between '1800-01-01' and '2200-01-01'),
  population int not null check (population > 0),
  source text not null check (length(source) <= 500),
  recorded_by int references person,
  recorded_at timestamptz not null default now()
);
create index population_figure_of on population_figure (organisation_id, as_of desc, id desc);

create table renaming (
  id int generated always as identity primary key,
  organisation_id int not null references organisation,
  -- The first day of the new name.
  on_day date not null,
  name text not null check (length(name) between 1 and 120),
  names jsonb not null default '{}',
  former_name text not null,
  former_names jsonb not null,
  recorded_by int references person,
  recorded_at timestamptz not null default now(),
  -- Since when the register carries the new name.
  applied_at timestamptz
);
create index renaming_of on renaming (organisation_id, on_day);
create unique index renaming_ahead on renaming (organisation_id) where applied_at is null;

create table succession (
  id int generated always as identity primary key,
  kind text not null check (kind in ('merger', 'split')),
  -- The first day of what came out of it.
  on_day date not null,
  decision text not null check (length(decision) <= 500),
  -- Whose office recorded it, and whose memberships it moved; null: of the network.
  forum_id int references forum,
  invented boolean not null default false,
  recorded_by int references person,
  recorded_at timestamptz not null default now()
);
create table succession_part (
  succession_id int not null references succession,
  organisation_id int not null references organisation,
  part text not null check (part in ('predecessor', 'successor')),
  primary key (succession_id, organisation_id, part)
);
create index succession_part_of on succession_part (organisation_id);

-- A membership with which this person's office has to do: its own network or forum, never another one.
create function app.keeps_member(whose int) returns boolean language sql stable as $$
  select exists (select 1 from membership m where m.organisation_id = whose
    and (m.ends_on is null or m.ends_on >= m.begins_on) and app.is_office_of(m.forum_id)) $$;

-- The last day after a notice: the next end of a year that is far enough away.
create function app.last_day(of_forum int, received date) returns date language sql stable as $$
  select min(year_end) from (
    select make_date(extract(year from received)::int + more, 12, 31) as year_end from generate_series(0, 3) more) ends
  where received <= year_end - make_interval(months => coalesce(
    (select notice_months from forum where id = of_forum), (select notice_months from network), 0)) $$;

-- Each row before it is written: what may not change stays, what it hangs on is found, its end is computed.
create function app.place_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare rule text; forum_country text; of_country text; source membership; last date;
begin
  if tg_op = 'UPDATE' then
    if (new.organisation_id, new.forum_id, new.begins_on, new.begins_known, new.ground, new.follows_id, new.invented, new.recorded_by, new.recorded_at)
      is distinct from (old.organisation_id, old.forum_id, old.begins_on, old.begins_known, old.ground, old.follows_id, old.invented, old.recorded_by, old.recorded_at) then
      raise exception 'of a membership only the end changes' using errcode = '42501';
    end if;
    if new.closes_on is distinct from old.closes_on and old.ends_on < app.today() then
      raise exception 'a membership that has ended stays as it was' using errcode = '42501';
    end if;
  else
    select membership_rule, country into rule, forum_country from forum where id = new.forum_id;
    select country into of_country from organisation where id = new.organisation_id;
    if new.ground in ('admission', 'succession') then
      new.invented := coalesce((select demonstration from network), false);
    end if;
    if rule = 'automatic-from-forum' and of_country <> forum_country then
      raise exception 'this forum makes members of the network in its own country only' using errcode = '23514';
    end if;
    if rule in ('precondition', 'automatic-from-network') and new.follows_id is null then
      select * into source from membership m where m.organisation_id = new.organisation_id and m.forum_id is null
        and m.begins_on <= new.begins_on and (m.ends_on is null or m.ends_on >= new.begins_on);
      new.follows_id := source.id;
      if new.follows_id is null or (rule = 'automatic-from-network' and new.ground <> 'register') then
        raise exception 'this forum takes members of the network only' using errcode = '23514';
      end if;
    end if;
  end if;
  last := least(new.closes_on, (select ends_on from membership where id = new.follows_id));
  new.ends_on := case when last is not null then greatest(last, new.begins_on - 1) end;
  -- What goes on after all takes back its days from what a rule had filled them with.
  if tg_op = 'UPDATE' and coalesce(new.ends_on, 'infinity') > old.ends_on then
    update membership m set closes_on = m.begins_on - 1, closing = 'register'
      where m.organisation_id = new.organisation_id and m.forum_id is not distinct from new.forum_id and m.ground = 'automatic'
        and m.begins_on > old.ends_on and m.begins_on <= coalesce(new.ends_on, 'infinity') and m.id <> new.id;
  end if;
  return new;
end $$;
create trigger place_membership before insert or update on membership for each row execute function app.place_membership();

-- One membership makes another, from the same day to the same day, where there is none yet.
create function app.make_following(source membership, target int) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into membership (organisation_id, forum_id, begins_on, begins_known, closes_on, closing, ground, follows_id, invented, recorded_by)
  select source.organisation_id, target, lower(piece), source.begins_known,
    case when upper(piece) <= coalesce(source.ends_on, 'infinity') then upper(piece) - 1 end,
    case when upper(piece) <= coalesce(source.ends_on, 'infinity') then 'register' end,
    'automatic', source.id, source.invented, source.recorded_by
  from unnest(datemultirange(daterange(source.begins_on, source.ends_on + 1)) - coalesce((
    select range_agg(daterange(m.begins_on, m.ends_on + 1)) from membership m
    where m.organisation_id = source.organisation_id and m.forum_id is not distinct from target), '{}'::datemultirange)) piece $$;
revoke execute on function app.make_following(membership, int) from public;

create function app.follow_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if new.ends_on is distinct from old.ends_on then
      update membership set closes_on = closes_on where follows_id = new.id;
      if new.forum_id is null and new.ground <> 'automatic' then
        perform app.make_following(m, null) from membership m join forum f on f.id = m.forum_id
          where m.organisation_id = new.organisation_id and f.membership_rule = 'automatic-from-forum' order by m.id;
      end if;
    end if;
  elsif new.forum_id is null then
    perform app.make_following(new, f.id) from forum f
      where f.membership_rule = 'automatic-from-network' and f.country = (select country from organisation where id = new.organisation_id) order by f.id;
  elsif (select membership_rule from forum where id = new.forum_id) = 'automatic-from-forum' then
    perform app.make_following(new, null);
  end if;
  return null;
end $$;
create trigger follow_membership after insert or update on membership for each row execute function app.follow_membership();

-- Who counts as a member of what on a day: belongs to it, and neither that nor what it follows is suspended.
create function app.members_on(on_day date, whose int[]) returns table (organisation_id int, forum_id int)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive there as (
    select m.id, m.organisation_id, m.forum_id, m.follows_id from membership m
    where (whose is null or m.organisation_id = any (whose)) and m.begins_on <= on_day and (m.ends_on is null or m.ends_on >= on_day)
  ), resting (id) as (
    select s.membership_id from suspension s join there on there.id = s.membership_id
      where s.begins_on <= on_day and (s.ends_on is null or s.ends_on >= on_day)
    union select there.id from there join resting on there.follows_id = resting.id
  )
  select there.organisation_id, there.forum_id from there where there.id not in (select id from resting) $$;
revoke execute on function app.members_on(date, int[]) from public;

/* Brings to a day what follows from memberships: names, organisation.active, forum_member and what the register shows.
   A suspension is nobody's business: the register goes on showing a member. Organisations without any membership, and
   whatever nobody recorded here, stay as they are. Gives how many organisations changed; each change is told as a fact. */
create function app.settle_memberships(on_day date, whose int[]) returns int
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
    select x.organisation_id, x.forum_id, not o.active as alone from app.members_on(on_day, concerned) x
    join organisation o on o.id = x.organisation_id where x.forum_id is not null
  ), gone as (
    delete from forum_member fm where fm.organisation_id = any (concerned)
      and not exists (select 1 from should s where s.organisation_id = fm.organisation_id and s.forum_id = fm.forum_id) returning fm.organisation_id
  ), come as (
    insert into forum_member as fm (forum_id, organisation_id, without_network) select s.forum_id, s.organisation_id, s.alone from should s
    on conflict (forum_id, organisation_id) do update set without_network = excluded.without_network
      where fm.without_network <> excluded.without_network returning fm.organisation_id
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
revoke execute on function app.settle_memberships(date, int[]) from public;
grant execute on function app.settle_memberships(date, int[]) to vicinia_system;

create function app.settle_organisation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform app.settle_memberships(app.today(), array[new.organisation_id]); return null; end $$;
create trigger settle after insert or update on membership for each row execute function app.settle_organisation();
create trigger settle after insert on population_figure for each row execute function app.settle_organisation();
create trigger settle after insert on renaming for each row execute function app.settle_organisation();
create function app.settle_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.settle_memberships(app.today(), array[m.organisation_id]) from membership m where m.id = new.membership_id;
  return null;
end $$;
create trigger settle after insert or update on suspension for each row execute function app.settle_membership();

-- A notice gives its membership a last day, taken back it takes that away again: as the rule says, for whoever gives it.
create function app.place_resignation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare about membership;
begin
  select * into about from membership where id = new.membership_id for update;
  if tg_op = 'UPDATE' then
    if old.withdrawn_at is not null or new.withdrawn_at is null or about.ends_on < app.today() or about.closing <> 'resignation'
      or (new.membership_id, new.received_on, new.last_day) is distinct from (old.membership_id, old.received_on, old.last_day) then
      raise exception 'this notice stands' using errcode = '42501';
    end if;
    update membership set closes_on = null, closing = null where id = about.id;
  else
    if about.ground = 'automatic' or about.closes_on is not null or about.ends_on < new.received_on then
      raise exception 'this membership is not ended by a notice' using errcode = '23514';
    end if;
    if new.last_day <> app.last_day(about.forum_id, new.received_on) then
      raise exception 'the last day follows from the rule' using errcode = '23514';
    end if;
    update membership set closes_on = greatest(new.last_day, begins_on - 1), closing = 'resignation' where id = about.id;
  end if;
  return new;
end $$;
create trigger place_resignation before insert or update on resignation for each row execute function app.place_resignation();

-- What the register carried until the day: kept here, so that any past day can be named as it was.
create function app.place_renaming() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select name, names into new.former_name, new.former_names from organisation where id = new.organisation_id;
  if exists (select 1 from renaming r where r.organisation_id = new.organisation_id and r.on_day >= new.on_day) then
    raise exception 'names follow each other' using errcode = '23514';
  end if;
  new.applied_at := null;
  return new;
end $$;
create trigger place_renaming before insert on renaming for each row execute function app.place_renaming();

-- Nothing is deleted, and what was written down once is not written anew.
create function app.keep_as_written() returns trigger language plpgsql as $$
begin raise exception 'what was recorded stays' using errcode = '42501'; end $$;
create trigger keep before delete on membership for each row execute function app.keep_as_written();
create trigger keep before delete on resignation for each row execute function app.keep_as_written();
create trigger keep before delete on suspension for each row execute function app.keep_as_written();
create trigger keep before update or delete on population_figure for each row execute function app.keep_as_written();
create trigger keep before delete on renaming for each row execute function app.keep_as_written();
create trigger keep before update or delete on succession for each row execute function app.keep_as_written();
create trigger keep before update or delete on succession_part for each row execute function app.keep_as_written();

-- What comes out of a merger or a split has nothing yet but its name, and lies where its predecessor lay.
create function app.found_successor(of_member int, its_slug text, its_name text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare made int;
begin
  if not app.keeps_member(of_member) then raise exception 'of another office' using errcode = '42501'; end if;
  insert into organisation (slug, name, kind, country) select its_slug, its_name, o.kind, o.country from organisation o where o.id = of_member
    returning id into made;
  insert into member (organisation_id, local_name, latitude, longitude, languages, state)
    select made, its_name, m.latitude, m.longitude, m.languages, 'none' from member m where m.organisation_id = of_member;
  return made;
end $$;
revoke execute on function app.found_successor(int, text, text) from public;
grant execute on function app.found_successor(int, text, text) to vicinia_app;

-- Whom a register shows as a member and of whom nobody has recorded a membership: gets one. Also its inhabitants.
create function app.adopt_register(since date) returns void language plpgsql as $$
declare one record; of_forum record;
begin
  for one in
    select o.id, coalesce(m.member_since, since) as begins_on, m.member_since is not null as known, coalesce(m.state = 'demonstration', false) as invented,
      array(select fm.forum_id from forum_member fm where fm.organisation_id = o.id order by 1) as forums
    from organisation o left join member m on m.organisation_id = o.id
    where o.active and o.kind <> 'office' and not exists (select 1 from membership where organisation_id = o.id) order by o.id
  loop
    insert into membership (organisation_id, forum_id, begins_on, begins_known, ground, invented)
      select one.id, f.id, one.begins_on, one.known, 'register', one.invented from forum f join organisation o on o.id = one.id
      where f.id = any (one.forums) and f.membership_rule = 'automatic-from-forum' and f.country = o.country;
    if not exists (select 1 from membership where organisation_id = one.id and forum_id is null) then
      insert into membership (organisation_id, begins_on, begins_known, ground, invented) values (one.id, one.begins_on, one.known, 'register', one.invented);
    end if;
    for of_forum in select f.id, f.membership_rule as rule from forum f where f.id = any (one.forums)
      and f.membership_rule <> 'automatic-from-forum' and not exists (select 1 from membership m where m.organisation_id = one.id and m.forum_id = f.id)
    loop
      insert into membership (organisation_id, forum_id, begins_on, begins_known, ground, invented)
        values (one.id, of_forum.id, one.begins_on, one.known, 'register', one.invented);
    end loop;
  end loop;
  insert into population_figure (organisation_id, as_of, population, source)
    select m.organisation_id, coalesce(make_date(m.population_year, 12, 31), since), m.population, m.population_source from member m
    where m.population is not null and not exists (select 1 from population_figure p where p.organisation_id = m.organisation_id) order by 1;
end $$;
revoke execute on function app.adopt_register(date) from public;
grant execute on function app.adopt_register(date) to vicinia_system;

alter table membership enable row level security;
create policy everybody on membership for select to vicinia_app using (true);
create policy admit on membership for insert to vicinia_app with check (
  app.is_office_of(forum_id) and recorded_by = (select app.person()) and ground in ('admission', 'succession'));
create policy close on membership for update to vicinia_app using (app.is_office_of(forum_id) and ground <> 'automatic') with check (app.is_office_of(forum_id));
create policy system on membership to vicinia_system using (true);
grant select on membership to vicinia_app;
grant insert (organisation_id, forum_id, begins_on, ground, recorded_by), update (closes_on, closing) on membership to vicinia_app;

-- Whom it concerns: the office with which they are members, and their own coordinator.
create function app.concerned_by(which int) returns boolean language sql stable as $$
  select exists (select 1 from membership m where m.id = which and (app.is_office_of(m.forum_id)
    or (m.organisation_id = app.organisation() and app.role() = 'coordinator'))) $$;
create function app.is_office_for(which int) returns boolean language sql stable as $$
  select exists (select 1 from membership m where m.id = which and app.is_office_of(m.forum_id)) $$;

alter table resignation enable row level security;
create policy concerned on resignation for select to vicinia_app using (app.concerned_by(membership_id));
-- An office writes down when a letter arrived; a city's own notice arrives when it is given.
create policy give on resignation for insert to vicinia_app with check (
  recorded_by = (select app.person()) and withdrawn_at is null and app.concerned_by(membership_id)
  and (app.is_office_for(membership_id) or received_on >= app.today()));
create policy take_back on resignation for update to vicinia_app using (app.concerned_by(membership_id))
  with check (withdrawn_by = (select app.person()) and app.concerned_by(membership_id));
create policy system on resignation to vicinia_system using (true);
grant select on resignation to vicinia_app;
grant insert (membership_id, received_on, last_day, recorded_by), update (withdrawn_by, withdrawn_at) on resignation to vicinia_app;

alter table suspension enable row level security;
create policy concerned on suspension for select to vicinia_app using (app.concerned_by(membership_id));
create policy suspend on suspension for insert to vicinia_app with check (
  recorded_by = (select app.person()) and ended_at is null and app.is_office_for(membership_id));
create policy lift on suspension for update to vicinia_app
  using (app.is_office_for(membership_id) and (ends_on is null or ends_on >= app.today()))
  with check (ended_by = (select app.person()) and app.is_office_for(membership_id));
create policy system on suspension to vicinia_system using (true);
grant select on suspension to vicinia_app;
grant insert (membership_id, begins_on, ends_on, reason, recorded_by), update (ends_on, ended_by, ended_at) on suspension to vicinia_app;

alter table population_figure enable row level security;
create policy everybody on population_figure for select to vicinia_app using (true);
create policy record on population_figure for insert to vicinia_app with check (
  recorded_by = (select app.person()) and app.keeps_member(organisation_id));
create policy system on population_figure to vicinia_system using (true);
grant select on population_figure to vicinia_app;
grant insert (organisation_id, as_of, population, source, recorded_by) on population_figure to vicinia_app;

alter table renaming enable row level security;
create policy everybody on renaming for select to vicinia_app using (true);
create policy record on renaming for insert to vicinia_app with check (recorded_by = (select app.person()) and app.keeps_member(organisation_id));
create policy system on renaming to vicinia_system using (true);
grant select on renaming to vicinia_app;
grant insert (organisation_id, on_day, name, names, recorded_by) on renaming to vicinia_app;

alter table succession enable row level security;
create policy everybody on succession for select to vicinia_app using (true);
create policy record on succession for insert to vicinia_app with check (recorded_by = (select app.person()) and app.is_office_of(forum_id));
create policy system on succession to vicinia_system using (true);
grant select on succession to vicinia_app;
grant insert (kind, on_day, decision, forum_id, recorded_by) on succession to vicinia_app;

alter table succession_part enable row level security;
create policy everybody on succession_part for select to vicinia_app using (true);
-- Written together with the act, in its transaction; never added later.
create policy record on succession_part for insert to vicinia_app with check (
  exists (select 1 from succession s where s.id = succession_id and s.recorded_by = (select app.person()) and s.recorded_at = now())
  and app.keeps_member(organisation_id));
create policy system on succession_part to vicinia_system using (true);
grant select, insert on succession_part to vicinia_app;

-- A database that is older than this feature: nobody of its members is lost, and nobody who had left comes back.
update member m set state = 'left' from organisation o
  where o.id = m.organisation_id and not o.active and m.state in ('member', 'demonstration', 'suspended');
select app.adopt_register(coalesce((select (created_at at time zone 'Europe/Brussels')::date from network), app.today()));
`,
)
