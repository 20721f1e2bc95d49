// Credit that was used and money that was paid back can be taken back, with a reason; what a credit note took back stays covered.
import { migration } from '#platform/db/migration.ts'

export const createUndoing = migration(
  'payments/003-undoing',
  `
create or replace function app.keep_settlement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
    if undone.from_credit and new.note = '' and cardinality(new.reasons) = 0 then perform app.stop_settlement('credit is taken back for a reason'); end if;
    -- Nobody owes it any more: it would be asked for again.
    if undone.from_credit and exists (select 1 from invoice c where c.corrects_id = undone.invoice_id) then
      perform app.stop_settlement('what was taken back stays covered'); end if;
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
`,
)
