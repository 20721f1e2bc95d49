// What is said to one person: nobody shares it, nobody else comes to it, and it never leaves the two. Held here, so that no
// feature that serves every kind of contribution (co-authors, audiences, replies, files) can forget it.
import { migration } from '#platform/db/migration.ts'

export const confided = migration(
  'trunk/016-confided',
  `
-- Kinds of contributions that are said to somebody, not shared: no list of what a city or a person shared has them.
create function app.is_confided(kind text) returns boolean language sql immutable parallel safe as $$ select kind = 'message' $$;
-- What somebody takes along beside what they wrote and run: what was said to them alone, as far as it reaches them, and what they
-- asked as a member city. What was taken back is nobody's to keep.
create function app.to_take_along() returns int[] language sql stable as $$
  select app.veiled() || (select array_agg(id) from contribution where app.is_confided(kind)) $$;
create function app.replies_to_take_along() returns int[] language sql stable as $$
  select app.veiled_replies() || (select array_agg(r.id) from reply r join contribution c on c.id = r.contribution_id
    where app.is_confided(c.kind) and r.withdrawn_at is null) $$;
-- Whether a word below it would reach the other no more; the feature that keeps such a kind says when. Also true for nobody but the two.
create function app.is_undeliverable(which int) returns boolean language sql stable as $$ select false $$;

-- Begun by a function only, which makes the audience of two with it; changed by nobody, whatever they may do with other things.
create policy begun_by_function on contribution as restrictive for insert to vicinia_app with check (not app.is_confided(kind));
create policy stays_as_said on contribution as restrictive for update to vicinia_app using (not app.is_confided(kind));
create policy between_two on co_author as restrictive for insert to vicinia_app with check (
  not exists (select 1 from contribution c where c.id = contribution_id and app.is_confided(c.kind)));
create function app.keep_confided() returns trigger language plpgsql as $$
begin raise exception 'what was said to somebody never leaves the two' using errcode = '42501'; end $$;
create trigger keep_confided before update of audience_id on contribution for each row
  when (app.is_confided(old.kind) and old.audience_id <> new.audience_id) execute function app.keep_confided();

create policy delivered on reply as restrictive for insert to vicinia_app with check (not app.is_undeliverable(contribution_id));
create policy delivered on attachment as restrictive for insert to vicinia_app with check (not app.is_undeliverable(contribution_id));
-- A new wording would be a way past it; what one wrote can be taken back at any time.
create function app.keep_undelivered() returns trigger language plpgsql as $$
begin
  if app.is_undeliverable(new.contribution_id) then
    raise exception 'cannot be delivered' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_undelivered before update of text on reply for each row
  when (old.text is distinct from new.text) execute function app.keep_undelivered();
`,
)
