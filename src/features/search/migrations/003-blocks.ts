// Postings lie in blocks: one row holds all postings of a term within one audience and 16,384 numbers of documents.
// What was indexed before is made anew: after the next start by itself, or at once by the command `reindex`.
import { migration } from '#platform/db/migration.ts'

export const blocks = migration(
  'search/003-blocks',
  `
truncate search_document, search_title, search_posting;
drop table search_posting;
drop table search_statistic;
drop function app.count_postings_in();
drop function app.count_postings_out();

alter table search_document
  -- Under which terms its postings stand, so that they can be taken out.
  add terms bigint[] not null default '{}',
  -- Its words and concepts in the order of the text: how near to each other stand those that were asked for?
  add tokens bytea not null default '',
  -- Where those words begin and end, for marking them in what is shown; see marks.ts.
  add extents bytea not null default '',
  -- What ranking and the counts of filters know of it, in one piece: a search reads a thousand of them; see brief.ts.
  add brief text not null default '';
alter table search_document 
  alter column terms set storage external, alter column tokens set storage external, alter column extents set storage external,
  alter column brief set storage plain;
-- Long texts lie beside the row: a search reads a thousand rows, and the texts of twenty.
alter table search_document set (toast_tuple_target = 256);
drop index search_document_newest;
create index search_document_newest on search_document ((contribution_id is null), changed_at desc, id desc);

-- term: a hash, so that no dictionary tells which words stand in things one may not see.
-- data: four bytes for each document, in the order of their numbers: its place in the block, its weight; see posting-block.ts.
create table search_posting (
  term bigint not null,
  audience int not null,
  block int not null,
  data bytea not null,
  primary key (term, audience, block)
) with (fillfactor = 80, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_scale_factor = 0.05);
-- Numbers that do not repeat cannot be pressed.
alter table search_posting alter column data set storage external;
alter table search_posting enable row level security;
create policy reached on search_posting for select to vicinia_app using (audience = any ((select app.audiences())::int[]));
create policy system on search_posting to vicinia_system using (true);
grant select on search_posting to vicinia_app;

-- The first entry whose place is not below the wanted one, from 0.
create function app.place_in_postings(data bytea, wanted int) returns int language plpgsql immutable as $$
declare
  low int := 0;
  high int := length(data) / 4;
  middle int;
begin
  while low < high loop
    middle := (low + high) / 2;
    if get_byte(data, middle * 4) + get_byte(data, middle * 4 + 1) * 256 < wanted then low := middle + 1; else high := middle; end if;
  end loop;
  return low;
end $$;

-- Without the entries of these places, which are given in ascending order. A row of neighbours goes in one cut.
create function app.without_postings(data bytea, places int[]) returns bytea language plpgsql immutable as $$
declare
  gone int := cardinality(places);
  at int;
  kept bytea := '';
  from_entry int := 0;
begin
  -- Read whole once, not again for every byte that is looked at.
  data := data || ''::bytea;
  at := app.place_in_postings(data, places[1]);
  if app.place_in_postings(data, places[gone]) = at + gone - 1 then
    return substring(data from 1 for at * 4) || substring(data from (at + gone) * 4 + 1);
  end if;
  for number in 1 .. gone loop
    at := app.place_in_postings(data, places[number]);
    kept := kept || substring(data from from_entry * 4 + 1 for (at - from_entry) * 4);
    from_entry := at + 1;
  end loop;
  return kept || substring(data from from_entry * 4 + 1);
end $$;

-- The words of a title go with the document as the postings do: a constraint would look at each of them when it is added.
alter table search_title drop constraint search_title_document_id_fkey;

-- Whatever deletes a document, its postings go in the same transaction. The lock is the indexer's.
-- A connection plans these statements once, for the tables as they are at that moment. So they are not planned for nothing
-- deleted, as before the first document, when the index is empty and to read it whole seems best; and row by row through
-- the key: planned for an empty index, a thousand documents took minutes.
create function app.cut_postings() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if not exists (select from gone) then return null; end if;
  perform pg_advisory_xact_lock(7013843);
  delete from search_title where document_id in (select id from gone);
  with cut as materialized (
    select t.term, g.audience, g.id >> 14 as block, array_agg(g.id & 16383 order by g.id) as places
    from gone g cross join lateral unnest(g.terms) as t (term) group by 1, 2, 3
  ), emptied as (
    delete from search_posting p using cut c
    where p.term = c.term and p.audience = c.audience and p.block = c.block and length(p.data) = 4 * cardinality(c.places)
  )
  update search_posting p set data = app.without_postings(p.data, c.places) from cut c
  where p.term = c.term and p.audience = c.audience and p.block = c.block and length(p.data) > 4 * cardinality(c.places);
  return null;
end $$;
create trigger cut_postings after delete on search_document referencing old table as gone
  for each statement execute function app.cut_postings();

-- Of what the index was made, kind by kind, and how far: a re-index that was interrupted goes on there.
create table search_remake (
  kind text primary key,
  -- The vocabulary and the form of the index, as a hash.
  made_of text not null,
  -- Everything up to this subject is made.
  done_to int not null,
  finished_at timestamptz
);
`,
)
