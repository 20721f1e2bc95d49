// For tests of care: a thing of Jonte's for an audience, and what Beatriz of Porto writes below it.
import type { Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

const person = (slug: string): string => `(select id from person where slug = '${slug}')`
const cityOf = (slug: string): string => `(select organisation_id from person where slug = '${slug}')`

/** A published question; gives its id. Search knows it after `town.work()`. */
export async function ask(town: Town, title: string, audience: string, author = 'jonte-pfalzgrafer'): Promise<number> {
  const id = await fill(
    town,
    `insert into contribution (kind, title, summary, lang, author_id, organisation_id, audience_id, state, published_at)
     values ('question', '${title}', '${title}', 'en', ${person(author)}, ${cityOf(author)}, ${audience}, 'published', now()) returning id`,
  )
  await fill(town, `insert into question (contribution_id, text) values (${id}, '${title} in full')`)
  await fill(
    town,
    `insert into fact (name, contribution_id, audience_id) values ('question.asked', ${id}, ${audience}) returning id`,
  )
  return id
}

export const answer = (town: Town, to: number, text: string, author = 'beatriz-ribeirinha-douro'): Promise<number> =>
  fill(
    town,
    `insert into reply (contribution_id, author_id, organisation_id, lang, text)
     values (${to}, ${person(author)}, ${cityOf(author)}, 'en', '${text}') returning id`,
  )

export async function circleOf(town: Town, kind: 'room' | 'persons', slugs: readonly string[]): Promise<number> {
  const id = await fill(
    town,
    `insert into audience (kind, created_by) values ('${kind}', ${person(slugs[0] ?? '')}) returning id`,
  )
  for (const slug of slugs)
    await fill(town, `insert into audience_person (audience_id, person_id) values (${id}, ${person(slug)})`)
  return id
}
