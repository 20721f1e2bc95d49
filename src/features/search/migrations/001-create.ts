// The inverted index: documents, postings with their weight and audience, and how many documents hold a term.
import { migration } from '#platform/db/migration.ts'

export const createSearch = migration(
  'search/001-create',
  `
create table search_document (
  id int generated always as identity primary key,
  kind text not null,
  subject int not null,
  -- Set where the thing is a contribution: then it leaves the index in the transaction that narrows or withdraws it.
  contribution_id int references contribution,
  lang text not null,
  title text not null,
  summary text not null,
  body text not null,
  path text not null,
  audience int not null references audience,
  organisation_id int references organisation,
  organisation_name text,
  organisation_slug text,
  country char(2),
  year smallint,
  evidence smallint,
  population int,
  -- Given by the author or found in the text, each with everything above it.
  concepts text[] not null,
  changed_at timestamptz not null,
  unique (kind, subject)
);
create index search_document_by_contribution on search_document (contribution_id) where contribution_id is not null;
create index search_document_by_organisation on search_document (organisation_id) where population is not null;
create index search_document_newest on search_document (changed_at desc);

-- term: the first 48 bits of its hash, so that no dictionary tells which words stand in things one may not see.
create table search_posting (
  term bigint not null,
  document_id int not null references search_document on delete cascade,
  weight real not null,
  audience int not null,
  primary key (term, document_id) include (weight, audience)
) with (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);
create index search_posting_by_document on search_posting (document_id);

-- Words of titles and names of places, for suggestions while typing: its row is seen by whoever sees the document.
create table search_title (
  word text collate "C" not null,
  document_id int not null references search_document on delete cascade,
  audience int not null,
  primary key (word, document_id) include (audience)
);
create index search_title_by_document on search_title (document_id);

-- Per audience, so that rarity too is judged by what the viewer may see. Term 0: all documents.
create table search_statistic (
  term bigint not null,
  audience int not null,
  documents int not null,
  primary key (term, audience)
) with (fillfactor = 80);

create function app.count_postings_in() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search_statistic as s (term, audience, documents)
    select term, audience, count(*) from fresh group by term, audience order by term, audience
    on conflict (term, audience) do update set documents = s.documents + excluded.documents;
  return null;
end $$;
create function app.count_postings_out() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update search_statistic s set documents = s.documents - g.documents
    from (select term, audience, count(*) as documents from gone group by term, audience order by term, audience) g
    where s.term = g.term and s.audience = g.audience;
  return null;
end $$;
create trigger count_in after insert on search_posting referencing new table as fresh for each statement execute function app.count_postings_in();
create trigger count_out after delete on search_posting referencing old table as gone for each statement execute function app.count_postings_out();

-- What is narrowed, widened or withdrawn leaves the index in the same transaction; the listener puts it back as it is now.
-- The lock is the indexer's: writers of the statistics come one after the other and cannot block each other in a circle.
create function app.forget_in_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from search_document where contribution_id = new.id;
  if not found then return null; end if;
  perform pg_advisory_xact_lock(7013843);
  delete from search_document where contribution_id = new.id;
  return null;
end $$;
create trigger forget_in_search after update of audience_id, state on contribution for each row
  when (old.state = 'published' and (old.audience_id <> new.audience_id or old.state <> new.state))
  execute function app.forget_in_search();

alter table search_document enable row level security;
create policy reached on search_document for select to vicinia_app using (audience = any ((select app.audiences())::int[]));
create policy system on search_document to vicinia_system using (true);
grant select on search_document to vicinia_app;

alter table search_posting enable row level security;
create policy reached on search_posting for select to vicinia_app using (audience = any ((select app.audiences())::int[]));
create policy system on search_posting to vicinia_system using (true);
grant select on search_posting to vicinia_app;

alter table search_title enable row level security;
create policy reached on search_title for select to vicinia_app using (audience = any ((select app.audiences())::int[]));
create policy system on search_title to vicinia_system using (true);
grant select on search_title to vicinia_app;

alter table search_statistic enable row level security;
create policy reached on search_statistic for select to vicinia_app using (audience = any ((select app.audiences())::int[]));
create policy system on search_statistic to vicinia_system using (true);
grant select on search_statistic to vicinia_app;
`,
)
