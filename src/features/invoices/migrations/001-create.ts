// Invoices: who sends them, to which address, the runs, the invoices themselves with their frozen content, and what is passed on.
import { migration } from '#platform/db/migration.ts'

export const createInvoices = migration(
  'invoices/001-create',
  `
-- Whoever sends invoices: the network (forum_id null) or a forum. Everything that stands on an invoice about the seller is data.
create table issuer (
  id int generated always as identity primary key,
  forum_id int references forum,
  name text not null,
  legal_name text not null,
  street text not null,
  street2 text not null default '',
  postcode text not null,
  city text not null,
  country char(2) not null,
  -- Of the register: 0009 is a SIRET (ISO 6523 ICD).
  legal_scheme text not null default '',
  legal_id text not null default '',
  vat_id text not null default '',
  -- Of the local tax office, for who has no VAT identifier.
  tax_number text not null default '',
  -- Electronic address (EAS scheme), for networks such as Peppol.
  endpoint_scheme text not null,
  endpoint_id text not null,
  contact_name text not null,
  contact_phone text not null,
  contact_email text not null,
  iban text not null,
  bic text not null default '',
  bank_name text not null default '',
  legal_note text not null default '',
  -- UNCL5305: O outside the scope of VAT, E exempt, Z zero, S standard. Which one holds, the statutes and the tax office say.
  tax_category char(1) not null check (tax_category in ('O', 'E', 'Z', 'S')),
  -- Hundredths of a percent.
  tax_rate int not null check (tax_rate between 0 and 10000 and (tax_category = 'S') = (tax_rate > 0)),
  exemption_code text not null default '',
  exemption_reason text not null default '',
  number_prefix text not null default '' check (number_prefix ~ '^[A-Z0-9][A-Z0-9/-]{0,9}$|^$'),
  days_to_pay smallint not null check (days_to_pay between 0 and 365),
  -- In the issuer's own words, below every invoice.
  note text not null default '',
  updated_at timestamptz not null default now(),
  updated_by int references person
);
create unique index issuer_once on issuer (coalesce(forum_id, 0));

-- Where an organisation wants its invoices.
create table billing (
  organisation_id int primary key references organisation,
  legal_name text not null,
  street text not null,
  street2 text not null default '',
  postcode text not null,
  city text not null,
  country char(2) not null,
  email text not null default '',
  lang text not null,
  -- Routing of German public bodies; order reference elsewhere.
  leitweg_id text not null default '',
  -- Says that this German body has none.
  without_leitweg_id boolean not null default false,
  order_reference text not null default '',
  endpoint_scheme text not null default '',
  endpoint_id text not null default '',
  vat_id text not null default '',
  -- The structured invoice also by mail, beside the PDF.
  wants_xml boolean not null default false,
  updated_at timestamptz not null default now(),
  updated_by int references person,
  check ((endpoint_scheme = '') = (endpoint_id = ''))
);

-- One press of "make the invoices": what it made does not change any more.
create table fee_run (
  id int generated always as identity primary key,
  issuer_id int references forum,
  year smallint not null check (year between 1990 and 2200),
  made_by int not null references person,
  made_at timestamptz not null,
  -- The scale by which the fees were computed.
  scale_id int not null
);
create index fee_run_by_year on fee_run (issuer_id, year);

create table invoice (
  id int generated always as identity primary key,
  -- Null: the network.
  issuer_id int references forum,
  -- Of the fee, and of the series of numbers.
  year smallint not null check (year between 1990 and 2200),
  seq int not null check (seq > 0),
  prefix text not null,
  number text not null generated always as (prefix || year::text || '-' || lpad(seq::text, greatest(4, length(seq::text)), '0')) stored,
  kind text not null check (kind in ('invoice', 'credit-note')),
  organisation_id int not null references organisation,
  -- Of a credit note: the invoice that it takes back, whole.
  corrects_id int unique references invoice,
  -- Of a new invoice in the place of one that was taken back: the credit note.
  replaces_id int unique references invoice,
  issued_on date not null,
  due_on date not null,
  -- Negative on a credit note; the document itself says positive amounts under its own type, as EN 16931 wants.
  total_cents bigint not null,
  payment_reference text not null,
  -- Everything that stands on the document, which is drawn from it whenever somebody asks.
  content jsonb not null,
  -- How the fee came about: population, bracket, steps.
  basis jsonb not null,
  run_id int references fee_run,
  made_by int not null references person,
  made_at timestamptz not null default now(),
  -- Delivery; all that may change. Before the office releases it, nobody but the office sees it.
  released_at timestamptz,
  released_by int references person,
  sent_at timestamptz,
  sent_to text,
  failed_at timestamptz,
  failure text check (failure in ('no-address', 'mail')),
  check ((kind = 'credit-note') = (corrects_id is not null)),
  check (replaces_id is null or kind = 'invoice'),
  check ((total_cents < 0) = (kind = 'credit-note') or total_cents = 0),
  check (content ->> 'number' = number and content ->> 'kind' = kind)
)
-- Lists look at thousands of rows and at the content of none: it lies beside them.
with (toast_tuple_target = 256);
create unique index invoice_number on invoice (coalesce(issuer_id, 0), number);
create unique index invoice_series on invoice (coalesce(issuer_id, 0), year, seq);
-- One fee invoice for a member and year; another one only in the place of one that a credit note took back.
create unique index invoice_once on invoice (coalesce(issuer_id, 0), year, organisation_id, coalesce(replaces_id, 0)) where kind = 'invoice';
create index invoice_by_organisation on invoice (organisation_id, year);
create index invoice_by_run on invoice (run_id);

-- What of an invoice is passed on to a forum. Beside the invoice, because the forum may see its share and nothing else of it.
create table invoice_share (
  invoice_id int not null references invoice,
  forum_id int not null references forum,
  issuer_id int references forum,
  year smallint not null,
  organisation_id int not null references organisation,
  -- Negative on a credit note.
  cents bigint not null,
  primary key (invoice_id, forum_id)
);
create index invoice_share_by_forum on invoice_share (forum_id, year);

-- Money is corrected by credit note: nothing but the delivery of an invoice ever changes, and nothing goes away.
create function app.keep_invoice() returns trigger language plpgsql as $$
-- The number is made of what does not change, and not made yet when this is asked.
declare delivery constant text[] := array['released_at', 'released_by', 'sent_at', 'sent_to', 'failed_at', 'failure', 'number'];
begin
  if tg_op = 'UPDATE' and tg_table_name = 'invoice' then
    if to_jsonb(new) - delivery = to_jsonb(old) - delivery then return new; end if;
  end if;
  raise exception 'What was invoiced stays as it is; it is corrected by a credit note' using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep before update or delete on invoice for each row execute function app.keep_invoice();
create trigger keep_all before truncate on invoice execute function app.keep_invoice();
create trigger keep before update or delete on invoice_share for each row execute function app.keep_invoice();
create trigger keep_all before truncate on invoice_share execute function app.keep_invoice();
create trigger keep before update or delete on fee_run for each row execute function app.keep_invoice();

-- The numbers of a year have no gap, whoever inserted them: as many as the highest one says, all with the same prefix.
create function app.keep_series() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct coalesce(issuer_id, 0) as issuer, year from fresh) s, lateral (
      select count(*) as numbers, max(i.seq) as highest, count(distinct i.prefix) as prefixes
      from invoice i where coalesce(i.issuer_id, 0) = s.issuer and i.year = s.year) n
    where n.numbers <> n.highest or n.prefixes > 1)
  then raise exception 'The numbers of a year have no gap' using errcode = 'integrity_constraint_violation'; end if;
  return null;
end $$;
create trigger keep_series after insert on invoice referencing new table as fresh for each statement execute function app.keep_series();

-- A credit note takes back an invoice of the same issuer, member and year, whole; a new invoice stands in the place of such a one.
create function app.match_invoice() returns trigger language plpgsql as $$
declare other invoice;
begin
  if coalesce(new.corrects_id, new.replaces_id) is null then return new; end if;
  select * into other from invoice where id = coalesce(new.corrects_id, new.replaces_id);
  if other.kind is distinct from (case when new.kind = 'invoice' then 'credit-note' else 'invoice' end)
    or other.issuer_id is distinct from new.issuer_id or other.year <> new.year or other.organisation_id <> new.organisation_id
    or (new.kind = 'credit-note' and other.total_cents <> -new.total_cents)
  then raise exception 'A credit note takes back a whole invoice of the same member' using errcode = 'integrity_constraint_violation'; end if;
  return new;
end $$;
create trigger match before insert on invoice for each row execute function app.match_invoice();

alter table issuer enable row level security;
create policy books on issuer for select to vicinia_app using (coalesce(forum_id, 0) = (select app.books()));
create policy write on issuer for insert to vicinia_app with check (coalesce(forum_id, 0) = (select app.books()));
create policy change on issuer for update to vicinia_app using (coalesce(forum_id, 0) = (select app.books())) with check (coalesce(forum_id, 0) = (select app.books()));
create policy system on issuer to vicinia_system using (true);
grant select, insert on issuer to vicinia_app;
grant update (name, legal_name, street, street2, postcode, city, country, legal_scheme, legal_id, vat_id, tax_number, endpoint_scheme, endpoint_id,
  contact_name, contact_phone, contact_email, iban, bic, bank_name, legal_note, tax_category, tax_rate, exemption_code, exemption_reason,
  number_prefix, days_to_pay, note, updated_at, updated_by) on issuer to vicinia_app;

-- Whom this office sends invoices: those who are or were its members.
create function app.billed_members() returns setof int language sql stable as $$
  select organisation_id from membership where coalesce(forum_id, 0) = app.books() and (ends_on is null or ends_on >= begins_on) $$;

-- Its coordinator, and the offices that send it invoices: those of whom it is or was a member.
alter table billing enable row level security;
create policy concerned on billing for select to vicinia_app using (
  ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()))
  or organisation_id in (select app.billed_members()));
create policy write on billing for insert to vicinia_app with check (updated_by = (select app.person()) and (
  ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()))
  or organisation_id in (select app.billed_members())));
create policy change on billing for update to vicinia_app using (
  ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()))
  or organisation_id in (select app.billed_members()))
  with check (updated_by = (select app.person()) and (
  ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()))
  or organisation_id in (select app.billed_members())));
create policy system on billing to vicinia_system using (true);
grant select, insert on billing to vicinia_app;
grant update (legal_name, street, street2, postcode, city, country, email, lang, leitweg_id, without_leitweg_id, order_reference, endpoint_scheme,
  endpoint_id, vat_id, wants_xml, updated_at, updated_by) on billing to vicinia_app;

alter table fee_run enable row level security;
create policy books on fee_run for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on fee_run for insert to vicinia_app
  with check (coalesce(issuer_id, 0) = (select app.books()) and made_by = (select app.person()));
create policy system on fee_run to vicinia_system using (true);
grant select, insert on fee_run to vicinia_app;

alter table invoice enable row level security;
-- The member's coordinator, once the office has released it.
create policy books on invoice for select to vicinia_app using (
  coalesce(issuer_id, 0) = (select app.books())
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()) and released_at is not null));
create policy write on invoice for insert to vicinia_app with check (
  coalesce(issuer_id, 0) = (select app.books()) and made_by = (select app.person()));
create policy release on invoice for update to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()))
  with check (coalesce(issuer_id, 0) = (select app.books()) and released_by = (select app.person()));
create policy system on invoice to vicinia_system using (true);
grant select on invoice to vicinia_app;
grant insert (issuer_id, year, seq, prefix, kind, organisation_id, corrects_id, replaces_id, issued_on, due_on, total_cents, payment_reference,
  content, basis, run_id, made_by, made_at) on invoice to vicinia_app;
grant update (released_at, released_by, failed_at, failure) on invoice to vicinia_app;

alter table invoice_share enable row level security;
create policy books on invoice_share for select to vicinia_app using (
  coalesce(issuer_id, 0) = (select app.books()) or forum_id = (select app.books()));
create policy write on invoice_share for insert to vicinia_app with check (exists (
  select 1 from invoice i where i.id = invoice_id and coalesce(i.issuer_id, 0) = (select app.books())
    and i.issuer_id is not distinct from invoice_share.issuer_id and i.year = invoice_share.year
    and i.organisation_id = invoice_share.organisation_id));
create policy system on invoice_share to vicinia_system using (true);
grant select, insert on invoice_share to vicinia_app;
`,
)
