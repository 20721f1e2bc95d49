// Three hundred cities do it too: still one question to the database, a page that can be read, and all of them on request.
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { publishPractice } from './fixtures.ts'

const cities = 300
let town: Town
let practice: string
beforeAll(async () => {
  town = await openTown()
  practice = await publishPractice(await town.as('beatriz-ribeirinha-douro'))
  const owner = new pg.Client(town.owner)
  await owner.connect()
  // Every third hangs on the one before it; every tenth is for the network only.
  await owner.query(`do $$ declare city int; writer int; it int; before int; begin
    for i in 1..${cities} loop
      insert into organisation (slug, name, kind, country, active) values ('heavy-' || i, 'Heavy ' || i, 'municipality', 'DE', true) returning id into city;
      insert into member (organisation_id, local_name, population, latitude, longitude, languages, state)
        values (city, 'Heavy ' || i, 100000 + i, 45 + i % 12, i % 25, '{de}', 'demonstration');
      insert into person (slug, name, email, role, organisation_id, lang) values ('heavy-' || i, 'H', 'h' || i || '@heavy.example', 'colleague', city, 'de') returning id into writer;
      insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
        values ('adoption', 'Heavy ' || i, 'en', writer, city, case when i % 10 = 0 then 2 else 1 end, 'published', now()) returning id into it;
      insert into adoption (contribution_id, stage, adapted) values (it, (array['planned', 'running', 'stopped'])[1 + i % 3], repeat('word ', 2000));
      insert into adoption_origin (contribution_id, practice_id) values (it, ${practice});
      if i % 3 = 0 then insert into adoption_parent (contribution_id, parent_id) values (it, before); end if;
      before := it;
    end loop; end $$`)
  await owner.end()
}, 120_000)

const rowsIn = (html: string): number => html.match(/<th scope="row"/g)?.length ?? 0

test('the lineage shows forty at first, all on request, and says how many reach the viewer', async () => {
  const ada = await town.as('ada-lindmoser')
  const first = await ada.page(`/practices/${practice}/lineage`)
  expect(first).toContain(`taken up by ${cities} cities.`)
  expect(rowsIn(first)).toBe(40)
  expect(first).toContain(`Show all ${cities} cities`)
  expect(rowsIn(await ada.page(`/practices/${practice}/lineage?all=yes`))).toBe(cities)
  expect(await town.visitor.page(`/practices/${practice}/lineage`)).toContain(`taken up by ${cities * 0.9} cities.`)
})

test('on the page of the practice stand six of them, and neither page asks for each city by itself', async () => {
  const ada = await town.as('ada-lindmoser')
  const paths = [`/practices/${practice}-night-walks`, `/practices/${practice}/lineage`]
  for (const path of paths) await ada.page(path)
  for (const path of paths) {
    const begun = performance.now()
    const html = await ada.page(path)
    const took = Math.round(performance.now() - begun)
    process.stdout.write(`${path} with ${cities} adoptions: ${took} ms, ${html.length} characters\n`)
    // Generous: other tests run beside it. What it must not be is a query for each city.
    expect(took).toBeLessThan(3000)
  }
  const html = await ada.page(paths[0] ?? '')
  expect(html.match(/class="adopter"/g)).toHaveLength(6)
  expect(html).toContain(`${cities} cities do it too`)
})
