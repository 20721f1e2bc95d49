// Money that came in: what a bank told, to which invoice it belongs, what is kept as credit; and how open invoices are asked for.
import { migration } from '#platform/db/migration.ts'

export const createPayments = migration(
  'payments/001-create',
  `
-- A file of a bank. A table whose columns nobody knows yet waits with its content until somebody has named them.
create table bank_file (
  id int generated always as identity primary key,
  -- Null: the network, as everywhere in the books.
  issuer_id int references forum,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) <= 120),
  head text[],
  content bytea,
  brought_by int not null references person,
  brought_at timestamptz not null,
  read_at timestamptz,
  check ((content is null) = (read_at is not null))
);
-- The same file twice is one.
create unique index bank_file_once on bank_file (coalesce(issuer_id, 0), digest);

-- What the columns of a table are, told once for every table with this head.
create table bank_columns (
  issuer_id int references forum,
  head text[] not null,
  columns jsonb not null,
  told_by int not null references person,
  told_at timestamptz not null
);
create unique index bank_columns_once on bank_columns (coalesce(issuer_id, 0), head);

create table bank_statement (
  id int generated always as identity primary key,
  file_id int not null references bank_file,
  issuer_id int references forum,
  number text not null,
  iban text not null,
  currency text not null,
  opening_cents bigint,
  closing_cents bigint,
  -- Between what the entries add up to and what the bank says; null where it says nothing.
  gap_cents bigint,
  left_out int not null,
  -- Entries that another file had brought before.
  known int not null
);
create index bank_statement_by_file on bank_statement (file_id);

create table bank_entry (
  id int generated always as identity primary key,
  statement_id int not null references bank_statement,
  issuer_id int references forum,
  place int not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  booked_on date not null,
  valued_on date not null,
  -- Positive: came in. Null: foreign money, or parts of a cent; shown and never matched.
  cents bigint,
  currency text not null,
  amount text not null,
  name text not null,
  iban text not null,
  text text not null,
  reference text not null,
  reversal boolean not null,
  -- The same money may stand in a file of another kind: day, amount and account or name are the same.
  twin_id int references bank_entry
);
create unique index bank_entry_once on bank_entry (coalesce(issuer_id, 0), fingerprint);
create index bank_entry_by_statement on bank_entry (statement_id, place);
create index bank_entry_by_day on bank_entry (booked_on, cents);

-- Money from somewhere to somewhere. Nothing is changed or deleted: what was wrong is taken back by a row with the amount below zero.
create table settlement (
  id int generated always as identity primary key,
  issuer_id int references forum,
  -- Null only where no member is concerned.
  organisation_id int references organisation,
  -- Where from: an entry of the bank, a credit note, or what the member has as credit.
  entry_id int references bank_entry,
  credit_note_id int references invoice,
  from_credit boolean not null default false,
  -- Where to: an invoice, the member's credit, back to the member, set aside as none of ours, or returned by the bank.
  into_what text not null check (into_what in ('invoice', 'credit', 'refund', 'aside', 'returned')),
  invoice_id int references invoice,
  -- The movement by which it went back.
  counter_entry_id int references bank_entry,
  cents bigint not null check (cents <> 0),
  settled_on date not null,
  -- By the rules alone, or by a person.
  certain boolean not null default false,
  reasons text[] not null default '{}',
  note text not null default '' check (length(note) <= 300),
  undoes_id int unique references settlement,
  made_by int not null references person,
  made_at timestamptz not null default now(),
  check (num_nonnulls(entry_id, credit_note_id) + from_credit::int = 1),
  check ((into_what = 'invoice') = (invoice_id is not null)),
  check (counter_entry_id is null or into_what in ('refund', 'returned')),
  check (into_what <> 'returned' or counter_entry_id is not null),
  check ((into_what in ('aside', 'returned')) <= (entry_id is not null)),
  check ((into_what = 'refund') <= from_credit),
  check (not from_credit or into_what in ('invoice', 'refund')),
  check (organisation_id is not null or into_what in ('aside', 'returned')),
  check ((undoes_id is not null) = (cents < 0))
);
create index settlement_by_entry on settlement (entry_id);
create index settlement_by_counter on settlement (counter_entry_id) where counter_entry_id is not null;
create index settlement_by_invoice on settlement (invoice_id);
create index settlement_by_credit_note on settlement (credit_note_id) where credit_note_id is not null;
create index settlement_by_organisation on settlement (organisation_id, issuer_id);

create function app.stop_settlement(why text) returns void language plpgsql as $$
begin raise exception 'settlement: %', why using errcode = 'check_violation'; end $$;

-- What a member has as credit with an issuer.
create function app.credit_of(issuer int, member int) returns bigint language sql stable as $$
  select coalesce(sum(case when into_what = 'credit' then cents when from_credit then -cents else 0 end), 0)::bigint
  from settlement where organisation_id = member and issuer_id is not distinct from issuer $$;

-- Whoever moves money of an issuer waits for whoever does it at the same moment: sums are true when they are asked.
create function app.keep_settlement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare undone settlement; entry bank_entry; other bank_entry; note invoice; owed invoice; sum bigint;
begin
  perform pg_advisory_xact_lock(7013842, coalesce(new.issuer_id, 0));
  if new.undoes_id is not null then
    select * into undone from settlement where id = new.undoes_id;
    if undone.undoes_id is not null or undone.cents is distinct from -new.cents
      or (undone.issuer_id, undone.organisation_id, undone.entry_id, undone.credit_note_id, undone.from_credit, undone.into_what, undone.invoice_id, undone.counter_entry_id)
        is distinct from (new.issuer_id, new.organisation_id, new.entry_id, new.credit_note_id, new.from_credit, new.into_what, new.invoice_id, new.counter_entry_id)
    then perform app.stop_settlement('takes back another row than it says'); end if;
    if undone.credit_note_id is not null and undone.into_what = 'invoice' then perform app.stop_settlement('a credit note stays with its invoice'); end if;
    if new.into_what = 'credit' and app.credit_of(new.issuer_id, new.organisation_id) < undone.cents then perform app.stop_settlement('the credit is used'); end if;
    return new;
  end if;
  if new.entry_id is not null then
    select * into entry from bank_entry where id = new.entry_id;
    select coalesce(sum(s.cents), 0) into sum from settlement s where s.entry_id = new.entry_id;
    if entry.issuer_id is distinct from new.issuer_id or entry.cents is null or entry.cents < sum + new.cents then perform app.stop_settlement('more than the entry has'); end if;
  elsif new.credit_note_id is not null then
    select * into note from invoice where id = new.credit_note_id;
    select coalesce(sum(s.cents), 0) into sum from settlement s where s.credit_note_id = new.credit_note_id;
    if note.kind <> 'credit-note' or note.issuer_id is distinct from new.issuer_id or note.organisation_id is distinct from new.organisation_id
      or -note.total_cents < sum + new.cents or (new.into_what = 'invoice' and new.invoice_id is distinct from note.corrects_id)
    then perform app.stop_settlement('more than the credit note has'); end if;
  elsif app.credit_of(new.issuer_id, new.organisation_id) < new.cents then perform app.stop_settlement('more than the member has as credit'); end if;
  if new.invoice_id is not null then
    select * into owed from invoice where id = new.invoice_id;
    select coalesce(sum(s.cents), 0) into sum from settlement s where s.invoice_id = new.invoice_id;
    if owed.kind <> 'invoice' or owed.issuer_id is distinct from new.issuer_id or owed.organisation_id is distinct from new.organisation_id or owed.total_cents < sum + new.cents
    then perform app.stop_settlement('more than is open'); end if;
  end if;
  if new.counter_entry_id is not null then
    select * into other from bank_entry where id = new.counter_entry_id;
    select coalesce(sum(s.cents), 0) into sum from settlement s where s.counter_entry_id = new.counter_entry_id;
    if other.issuer_id is distinct from new.issuer_id or other.cents is null or -other.cents < sum + new.cents then perform app.stop_settlement('more than went out'); end if;
  end if;
  return new;
end $$;
create trigger keep before insert on settlement for each row execute function app.keep_settlement();

create function app.keep_payments() returns trigger language plpgsql as $$
begin raise exception 'What the bank told and what was decided about it stays' using errcode = 'integrity_constraint_violation'; end $$;
create trigger final before update or delete on settlement for each row execute function app.keep_payments();
create trigger final_all before truncate on settlement execute function app.keep_payments();
create trigger final before update or delete on bank_entry for each row execute function app.keep_payments();
create trigger final_all before truncate on bank_entry execute function app.keep_payments();
create trigger final before update or delete on bank_statement for each row execute function app.keep_payments();

-- A credit note is set against its invoice in the moment in which it is written; what was paid already is the member's credit.
create function app.set_off_credit_note() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare open bigint; part bigint;
begin
  perform pg_advisory_xact_lock(7013842, coalesce(new.issuer_id, 0));
  select i.total_cents - coalesce((select sum(s.cents) from settlement s where s.invoice_id = i.id), 0) into open from invoice i where i.id = new.corrects_id;
  part := least(open, -new.total_cents);
  if part > 0 then
    insert into settlement (issuer_id, organisation_id, credit_note_id, into_what, invoice_id, cents, settled_on, certain, made_by, made_at)
    values (new.issuer_id, new.organisation_id, new.id, 'invoice', new.corrects_id, part, new.issued_on, true, new.made_by, new.made_at);
  end if;
  if part < -new.total_cents then
    insert into settlement (issuer_id, organisation_id, credit_note_id, into_what, cents, settled_on, certain, made_by, made_at)
    values (new.issuer_id, new.organisation_id, new.id, 'credit', -new.total_cents - part, new.issued_on, true, new.made_by, new.made_at);
  end if;
  return null;
end $$;
create trigger set_off after insert on invoice for each row when (new.kind = 'credit-note') execute function app.set_off_credit_note();

alter table bank_file enable row level security;
create policy books on bank_file for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on bank_file for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books()) and brought_by = (select app.person()));
create policy change on bank_file for update to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()) and read_at is null)
  with check (coalesce(issuer_id, 0) = (select app.books()));
create policy system on bank_file to vicinia_system using (true);
grant select on bank_file to vicinia_app;
grant insert (issuer_id, digest, name, head, content, brought_by, brought_at, read_at), update (content, read_at) on bank_file to vicinia_app;

alter table bank_columns enable row level security;
create policy books on bank_columns for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on bank_columns for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books()) and told_by = (select app.person()));
create policy change on bank_columns for update to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()))
  with check (coalesce(issuer_id, 0) = (select app.books()) and told_by = (select app.person()));
create policy system on bank_columns to vicinia_system using (true);
grant select, insert, update (columns, told_by, told_at) on bank_columns to vicinia_app;

alter table bank_statement enable row level security;
create policy books on bank_statement for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on bank_statement for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books())
  and exists (select 1 from bank_file f where f.id = file_id and f.issuer_id is not distinct from bank_statement.issuer_id));
create policy system on bank_statement to vicinia_system using (true);
grant select, insert on bank_statement to vicinia_app;

alter table bank_entry enable row level security;
create policy books on bank_entry for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on bank_entry for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books())
  and exists (select 1 from bank_statement b where b.id = statement_id and b.issuer_id is not distinct from bank_entry.issuer_id));
create policy system on bank_entry to vicinia_system using (true);
grant select, insert on bank_entry to vicinia_app;

alter table settlement enable row level security;
-- The member's coordinator sees what became of its money, as far as its documents are out; what the bank told stays with the office.
create policy books on settlement for select to vicinia_app using (
  coalesce(issuer_id, 0) = (select app.books())
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()) and into_what in ('invoice', 'credit', 'refund')
    and (invoice_id is null or exists (select 1 from invoice i where i.id = invoice_id))
    and (credit_note_id is null or exists (select 1 from invoice i where i.id = credit_note_id))));
create policy write on settlement for insert to vicinia_app with check (
  coalesce(issuer_id, 0) = (select app.books()) and made_by = (select app.person()) and credit_note_id is null);
create policy system on settlement to vicinia_system using (true);
grant select on settlement to vicinia_app;
grant insert (issuer_id, organisation_id, entry_id, credit_note_id, from_credit, into_what, invoice_id, counter_entry_id, cents, settled_on, certain, reasons, note,
  undoes_id, made_by, made_at) on settlement to vicinia_app;
`,
)
