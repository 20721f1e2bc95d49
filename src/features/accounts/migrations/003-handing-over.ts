// Handing over: what somebody looked after goes to a colleague of the same city, in the act that ends their access.
import { migration } from '#platform/db/migration.ts'

export const handingOver = migration(
  'accounts/003-handing-over',
  `
-- Only what reaches the heir already, and nothing that was for named persons: a seat is handed on, not what was confided to somebody.
create function app.hand_over(whose int, heir int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare city int; reached int[]; handed int;
begin
  select h.organisation_id into city from person l join person h on h.organisation_id = l.organisation_id
    where l.id = whose and h.id = heir and l.id <> h.id and l.left_at is null and h.left_at is null and app.steers(h.organisation_id);
  if city is null then return null; end if;
  reached := string_to_array(app.audiences_of(heir), ',')::int[];
  insert into watch (person_id, contribution_id)
    select heir, w.contribution_id from watch w join contribution c on c.id = w.contribution_id
    where w.person_id = whose and c.state = 'published' and c.audience_id = any (reached)
      and exists (select 1 from audience a where a.id = c.audience_id and a.kind <> 'persons')
    on conflict do nothing;
  update contribution c set steward_id = heir
    where c.steward_id = whose and c.organisation_id = city and c.state <> 'withdrawn' and c.audience_id = any (reached)
      and exists (select 1 from audience a where a.id = c.audience_id and a.kind <> 'persons');
  get diagnostics handed = row_count;
  return handed;
end $$;
revoke execute on function app.hand_over(int, int) from public;
grant execute on function app.hand_over(int, int) to vicinia_app;
`,
)
