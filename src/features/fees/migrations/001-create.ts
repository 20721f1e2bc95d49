// Whose books somebody keeps; and fee scales: what they say, who decided, and that an approved one is final.
import { migration } from '#platform/db/migration.ts'

export const createFees = migration(
  'fees/001-create',
  `
-- The issuer whose books the viewer keeps: 0 for the network, the forum's id for its office, null for everybody else.
-- In policies: coalesce(forum_id, 0) = (select app.books()), so that it is asked once a query and not once a row.
create function app.books() returns int language sql stable parallel safe as $$
  select case app.role() when 'office:network' then 0
    when 'office' then (select p.forum_id from person p where p.id = app.person()) end $$;
-- The same for one issuer; null is the network.
create function app.keeps_books(of_forum int) returns boolean language sql stable parallel safe as
  $$ select coalesce(coalesce(of_forum, 0) = app.books(), false) $$;

create table fee_scale (
  id int generated always as identity primary key,
  -- Null: the network's.
  forum_id int references forum,
  year smallint not null check (year between 1987 and 2100),
  -- Counts within issuer and year; the approved one with the highest is valid.
  version smallint not null default 0,
  state text not null default 'draft' check (state in ('draft', 'proposed', 'approved', 'discarded')),
  first_year text not null default 'full' check (first_year in ('full', 'half-from-july', 'by-month')),
  -- Made up for a demonstration, but for brackets that name a source.
  illustrative boolean not null default false,
  -- Which saving it is: whoever saves an older one is told.
  revision int not null default 1,
  created_at timestamptz not null default now(),
  approved_at timestamptz,
  check ((state = 'approved') = (approved_at is not null))
);
create unique index fee_scale_versions on fee_scale (coalesce(forum_id, 0), year, version);
-- One that is being worked on for each issuer and year: nobody decides about one while a colleague writes another.
create unique index fee_scale_open on fee_scale (coalesce(forum_id, 0), year) where state in ('draft', 'proposed');

-- Drafts may have holes; what a scale must be is asked when it is proposed.
create table fee_bracket (
  scale_id int not null references fee_scale,
  place smallint not null check (place between 0 and 199),
  member_kind text not null check (member_kind in ('municipality', 'association', 'region')),
  -- Both ends belong to it; an open end is null.
  from_inhabitants int check (from_inhabitants between 0 and 1000000000),
  to_inhabitants int check (to_inhabitants between 0 and 1000000000),
  basis text not null check (basis in ('flat', 'per-head')),
  flat_cents bigint check (flat_cents between 0 and 100000000000),
  per_thousand_cents bigint check (per_thousand_cents between 0 and 1000000000),
  minimum_cents bigint check (minimum_cents between 0 and 100000000000),
  maximum_cents bigint check (maximum_cents between 0 and 100000000000),
  -- Where the amount was published; empty: nowhere.
  source text not null default '',
  primary key (scale_id, place)
);
create table fee_share (
  scale_id int not null references fee_scale,
  forum_id int not null references forum,
  -- Hundredths of a percent.
  rate smallint not null check (rate between 1 and 10000),
  primary key (scale_id, forum_id)
);

-- Who proposed, returned, approved or discarded a scale. The state follows from it and from nothing else.
create table fee_decision (
  id int generated always as identity primary key,
  scale_id int not null references fee_scale,
  decision text not null check (decision in ('proposed', 'returned', 'approved', 'discarded')),
  person_id int not null references person,
  reason text not null default '' check (decision <> 'returned' or reason <> ''),
  at timestamptz not null default now()
);
create index fee_decision_by_scale on fee_decision (scale_id, id);

-- Years that have been invoiced: no new version of their scale is approved any more.
create table fee_year_invoiced (
  id int generated always as identity primary key,
  forum_id int references forum,
  year smallint not null,
  at timestamptz not null default now()
);
create unique index fee_year_invoiced_once on fee_year_invoiced (coalesce(forum_id, 0), year);

create function app.number_fee_scale() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select coalesce(max(version), 0) + 1 into new.version from fee_scale
    where coalesce(forum_id, 0) = coalesce(new.forum_id, 0) and year = new.year;
  return new;
end $$;
create trigger number_fee_scale before insert on fee_scale for each row execute function app.number_fee_scale();

create function app.guard_fee_scale() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('approved', 'discarded') then
    raise exception 'a fee scale that was decided is final' using errcode = 'check_violation';
  end if;
  if (old.forum_id, old.year, old.version, old.illustrative, old.created_at)
    is distinct from (new.forum_id, new.year, new.version, new.illustrative, new.created_at)
    or (old.state = 'proposed' and (old.first_year, old.revision) is distinct from (new.first_year, new.revision)) then
    raise exception 'this of a fee scale does not change' using errcode = 'check_violation';
  end if;
  if old.state <> new.state and (old.state, new.state)
    not in (('draft', 'proposed'), ('draft', 'discarded'), ('proposed', 'draft'), ('proposed', 'approved')) then
    raise exception 'a fee scale goes from draft to proposed to approved' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_fee_scale before update or delete on fee_scale for each row execute function app.guard_fee_scale();

-- What a scale consists of changes while it is a draft. The lock lets a proposal wait for a saving, and the other way round.
create function app.guard_fee_part() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare part record;
begin
  part := case tg_op when 'DELETE' then old else new end;
  perform 1 from fee_scale where id = part.scale_id and state = 'draft' for share;
  if not found then raise exception 'only a draft of a fee scale can be changed' using errcode = 'check_violation'; end if;
  return part;
end $$;
create trigger guard_fee_bracket before insert or update or delete on fee_bracket for each row execute function app.guard_fee_part();
create trigger guard_fee_share before insert or update or delete on fee_share for each row execute function app.guard_fee_part();

-- Every kind has brackets from the first inhabitant to an open end, without gap and overlap, each with its amounts.
create function app.fee_scale_is_complete(of_scale int) returns boolean language sql stable as $$
  select count(distinct member_kind) = 3 and bool_and(
    coalesce(case when at = 1 then from_inhabitants <= 1 else from_inhabitants = before + 1 end, false)
    and case when at = among then to_inhabitants is null else coalesce(to_inhabitants >= from_inhabitants, false) end
    and case basis when 'flat'
      then flat_cents is not null and per_thousand_cents is null and minimum_cents is null and maximum_cents is null
      else per_thousand_cents is not null and flat_cents is null and coalesce(minimum_cents <= maximum_cents, true) end)
  from (select b.*, row_number() over kind as at, lag(to_inhabitants) over kind as before, count(*) over (partition by member_kind) as among
    from fee_bracket b where scale_id = of_scale window kind as (partition by member_kind order by from_inhabitants)) b $$;

create function app.decide_fee_scale() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare scale fee_scale; proposer int; wanted text;
begin
  select * into scale from fee_scale where id = new.scale_id for update;
  wanted := case when new.decision in ('proposed', 'discarded') then 'draft' else 'proposed' end;
  if scale.state <> wanted then raise exception 'a fee scale that is % cannot be %', scale.state, new.decision using errcode = 'check_violation'; end if;
  if new.decision = 'proposed' and not app.fee_scale_is_complete(scale.id) then
    raise exception 'a fee scale with faults cannot be proposed' using errcode = 'check_violation';
  end if;
  if new.decision = 'approved' then
    select person_id into proposer from fee_decision where scale_id = scale.id and decision = 'proposed' order by id desc limit 1;
    if proposer is null or proposer = new.person_id then
      raise exception 'a fee scale is approved by a second person' using errcode = 'check_violation';
    end if;
    -- One after the other with a run of invoices that takes the scale of this year.
    perform pg_advisory_xact_lock(7100000000 + coalesce(scale.forum_id, 0)::bigint * 10000 + scale.year);
    if exists (select 1 from fee_year_invoiced i where coalesce(i.forum_id, 0) = coalesce(scale.forum_id, 0) and i.year = scale.year) then
      raise exception 'this year has been invoiced' using errcode = 'check_violation';
    end if;
  end if;
  update fee_scale set
    state = case new.decision when 'returned' then 'draft' else new.decision end,
    approved_at = case new.decision when 'approved' then new.at end
    where id = scale.id;
  return new;
end $$;
create trigger decide_fee_scale before insert on fee_decision for each row execute function app.decide_fee_scale();

create function app.lock_fee_year() returns trigger language plpgsql as $$
begin perform pg_advisory_xact_lock(7100000000 + coalesce(new.forum_id, 0)::bigint * 10000 + new.year); return new; end $$;
create trigger lock_fee_year before insert on fee_year_invoiced for each row execute function app.lock_fee_year();

create function app.refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is final', tg_table_name using errcode = 'check_violation'; end $$;
create trigger final before update or delete on fee_decision for each row execute function app.refuse_change();
create trigger final before update or delete on fee_year_invoiced for each row execute function app.refuse_change();

-- Approved: the network's for everybody (what membership costs), a forum's for whom its audience reaches. All else: the issuer's office.
alter table fee_scale enable row level security;
create policy approved on fee_scale for select to vicinia_app using (state = 'approved' and (forum_id is null
  or forum_id in (select a.forum_id from audience a where a.forum_id is not null and a.id = any ((select app.audiences())::int[]))));
create policy books on fee_scale for select to vicinia_app using (coalesce(forum_id, 0) = (select app.books()));
create policy begin on fee_scale for insert to vicinia_app with check (coalesce(forum_id, 0) = (select app.books()) and state = 'draft');
create policy change on fee_scale for update to vicinia_app
  using (coalesce(forum_id, 0) = (select app.books()) and state = 'draft') with check (coalesce(forum_id, 0) = (select app.books()) and state = 'draft');
create policy system on fee_scale to vicinia_system using (true);
grant select, insert (forum_id, year, first_year, illustrative), update (first_year, revision) on fee_scale to vicinia_app;

alter table fee_bracket enable row level security;
create policy follows on fee_bracket for select to vicinia_app using (exists (select 1 from fee_scale s where s.id = scale_id));
create policy write on fee_bracket for insert to vicinia_app with check (exists (
  select 1 from fee_scale s where s.id = scale_id and s.state = 'draft' and coalesce(s.forum_id, 0) = (select app.books())));
create policy erase on fee_bracket for delete to vicinia_app using (exists (
  select 1 from fee_scale s where s.id = scale_id and s.state = 'draft' and coalesce(s.forum_id, 0) = (select app.books())));
create policy system on fee_bracket to vicinia_system using (true);
grant select, insert, delete on fee_bracket to vicinia_app;

-- Only what the network takes is passed on.
alter table fee_share enable row level security;
create policy follows on fee_share for select to vicinia_app using (exists (select 1 from fee_scale s where s.id = scale_id));
create policy write on fee_share for insert to vicinia_app with check (0 = (select app.books()) and exists (
  select 1 from fee_scale s where s.id = scale_id and s.state = 'draft' and s.forum_id is null));
create policy erase on fee_share for delete to vicinia_app using (0 = (select app.books()) and exists (
  select 1 from fee_scale s where s.id = scale_id and s.state = 'draft' and s.forum_id is null));
create policy system on fee_share to vicinia_system using (true);
grant select, insert, delete on fee_share to vicinia_app;

alter table fee_decision enable row level security;
create policy books on fee_decision for select to vicinia_app using (exists (
  select 1 from fee_scale s where s.id = scale_id and coalesce(s.forum_id, 0) = (select app.books())));
create policy decide on fee_decision for insert to vicinia_app with check (person_id = (select app.person()) and exists (
  select 1 from fee_scale s where s.id = scale_id and coalesce(s.forum_id, 0) = (select app.books())));
create policy system on fee_decision to vicinia_system using (true);
grant select, insert (scale_id, decision, person_id, reason) on fee_decision to vicinia_app;

alter table fee_year_invoiced enable row level security;
create policy books on fee_year_invoiced for select to vicinia_app using (coalesce(forum_id, 0) = (select app.books()));
create policy note on fee_year_invoiced for insert to vicinia_app with check (coalesce(forum_id, 0) = (select app.books()));
create policy system on fee_year_invoiced to vicinia_system using (true);
grant select, insert (forum_id, year) on fee_year_invoiced to vicinia_app;
`,
)
