// Twice as many documents in a block: a search names each row of its terms, and at a hundred thousand documents half as many do.
import { migration } from '#platform/db/migration.ts'

export const largerBlocks = migration(
  'search/008-larger-blocks',
  `
-- Joined as they lie, so that nothing need be indexed anew. A posting begins with its place, the lower byte first: what stood in the
-- second of two blocks comes 16,384 places later, which is one bit of the other byte.
create temp table joined on commit drop as
  select term, audience, block / 2 as block, string_agg(
    case when block % 2 = 0 then data else substring(varbit_send(
      ('x' || encode(data, 'hex'))::varbit | ('x' || repeat('00400000', length(data) / 4))::varbit) from 5) end,
    ''::bytea order by block) as data
  from search_posting group by term, audience, block / 2;
truncate search_posting;
insert into search_posting (term, audience, block, data) select term, audience, block, data from joined order by term, audience, block;
drop table joined;

create or replace function app.cut_postings() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if not exists (select from gone) then return null; end if;
  perform pg_advisory_xact_lock(7013843);
  delete from search_title where document_id in (select id from gone);
  with cut as materialized (
    select t.term, g.audience, g.id >> 15 as block, array_agg(g.id & 32767 order by g.id) as places
    from gone g cross join lateral unnest(g.terms) as t (term) group by 1, 2, 3
  ), emptied as (
    delete from search_posting p using cut c
    where p.term = c.term and p.audience = c.audience and p.block = c.block and length(p.data) = 4 * cardinality(c.places)
  )
  update search_posting p set data = app.without_postings(p.data, c.places) from cut c
  where p.term = c.term and p.audience = c.audience and p.block = c.block and length(p.data) > 4 * cardinality(c.places);
  return null;
end $$;
`,
)
