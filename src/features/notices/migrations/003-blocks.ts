// A block set after something was told takes it away again, from page, number and digest alike; taken back, it is there again.
import { migration } from '#platform/db/migration.ts'

export const noticesOfBlocked = migration(
  'notices/003-blocks',
  `
-- Of a reply it is who wrote that, otherwise who wrote the thing; about what one looks after oneself it is nobody, nor about
-- what one's city is asked: who answers for it would miss a poll.
drop policy reached on notice;
create policy reached on notice for select to vicinia_app using (
  person_id = (select app.person())
  and exists (select 1 from contribution c where c.id = contribution_id and c.state = 'published' and c.hidden_at is null
    and (c.audience_id = any ((select app.audiences())::int[]) or c.id = any ((select app.co_authored(true))::int[]))
    and (notice.reply_id is not null or notice.area = 'city' or c.steward_id = (select app.person())
      or not coalesce(c.author_id = any ((select app.kept_away())::int[]), false)))
  and (reply_id is null or exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null and r.hidden_at is null
    and not coalesce(r.author_id = any ((select app.kept_away())::int[]), false)))
  and not exists (select 1 from mute m where m.person_id = notice.person_id and m.contribution_id = notice.contribution_id));
`,
)
