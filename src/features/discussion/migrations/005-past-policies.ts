// Whom one may call, past the policies: below what is hidden nobody, and asked by those alone who see the thing.
import { migration } from '#platform/db/migration.ts'

export const callingPastPolicies = migration(
  'discussion/005-past-policies',
  `
create or replace function app.reaches(which int, whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from contribution c join audience a on a.id = c.audience_id
    join person p on p.id = whose and p.left_at is null join organisation o on o.id = p.organisation_id
    left join member m on m.organisation_id = o.id
    cross join lateral (select o.active or coalesce(m.state in ('member', 'demonstration'), false) as belongs) as shown
    where c.id = which and c.state = 'published' and c.hidden_at is null and app.may_see(c.id)
      and (exists (select 1 from co_author w where w.contribution_id = c.id and w.person_id = p.id
          and w.organisation_id = p.organisation_id and w.joined_at is not null)
        or case
          when a.kind = 'public' then not p.guest
          when a.kind = 'network' then shown.belongs or (o.kind = 'office' and p.role = 'office')
          when a.kind = 'forum' then (p.role = 'office' and p.forum_id = a.forum_id)
            or exists (select 1 from forum_member f where f.forum_id = a.forum_id and f.organisation_id = o.id
              and (shown.belongs or f.without_network))
          when not (a.id = any (app.audiences())) then false
          when a.kind = 'organisation' then p.organisation_id = a.organisation_id
          else exists (select 1 from audience_person i where i.audience_id = a.id and i.person_id = p.id
            and (i.until is null or i.until > now()))
        end)) $$;
`,
)
