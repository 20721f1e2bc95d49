// What documents mean, as vectors of a language model; both tables stay empty where no embedder is configured.
import { migration } from '#platform/db/migration.ts'

export const vectors = migration(
  'search/004-vectors',
  `
-- 512 signs: on which side of so many planes the vector lies. Narrow rows, which a search reads all of; see signature.ts.
create table search_signature (
  document_id int primary key,
  audience int not null,
  -- The model's name, hashed as terms are.
  model bigint not null,
  signature bit(512) not null
);
alter table search_signature alter column signature set storage plain;
alter table search_signature enable row level security;
create policy reached on search_signature for select to vicinia_app using (audience = any ((select app.audiences())::int[]));
create policy system on search_signature to vicinia_system using (true);
grant select on search_signature to vicinia_app;

-- The vectors themselves, one byte for each number; read for the few hundred that the signatures found.
create table search_vector (
  document_id int primary key,
  audience int not null,
  model bigint not null,
  -- Of the text that was embedded: the same text is not paid for twice.
  text_hash bytea not null,
  vector bytea not null
);
-- Numbers that do not repeat cannot be pressed.
alter table search_vector alter column vector set storage external;
alter table search_vector enable row level security;
create policy reached on search_vector for select to vicinia_app using (audience = any ((select app.audiences())::int[]));
create policy system on search_vector to vicinia_system using (true);
-- Not the hash: it would tell whether a text is the one that somebody guesses.
grant select (document_id, audience, model, vector) on search_vector to vicinia_app;

-- Of documents that were taken out: whoever is indexed anew with the same text gets its vector back. The system only.
create table search_vector_kept (
  model bigint not null,
  text_hash bytea not null,
  vector bytea not null,
  gone_at timestamptz not null,
  primary key (model, text_hash)
);
alter table search_vector_kept enable row level security;
create policy system on search_vector_kept to vicinia_system using (true);

-- Whatever deletes a document, its vectors go in the same transaction; kept ones go after a day.
create function app.forget_vectors() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from search_signature s using gone g where s.document_id = g.id;
  with moved as (delete from search_vector v using gone g where v.document_id = g.id returning v.model, v.text_hash, v.vector)
  insert into search_vector_kept as k (model, text_hash, vector, gone_at)
    select distinct on (model, text_hash) model, text_hash, vector, now() from moved order by model, text_hash
    on conflict (model, text_hash) do update set gone_at = excluded.gone_at;
  if found then
    delete from search_vector_kept where gone_at < now() - interval '1 day';
  end if;
  return null;
end $$;
create trigger forget_vectors after delete on search_document referencing old table as gone
  for each statement execute function app.forget_vectors();
`,
)
