// Forums: the tree, what binds them to the network, and who may change what about them.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { type ForumInTree, treeOf } from './forum.ts'

const forum = (id: number, name: string, parentId: number | null = null): ForumInTree => ({
  ...{ id, slug: name.toLowerCase(), names: { en: name }, country: 'DE', rule: 'independent', parentId },
  ...{ languages: [], noticeMonths: 3, members: 0, revision: 0 },
})

test('forums form a tree in the order of their names; one whose parent is out of sight stands at the top', () => {
  const tree = treeOf([forum(1, 'Nord', 2), forum(2, 'Deutsch'), forum(3, 'Belgisch'), forum(4, 'Verwaist', 99)], 'en')
  expect(tree.map(({ forum: { slug }, below }) => [slug, below.length])).toEqual([
    ['belgisch', 0],
    ['deutsch', 1],
    ['verwaist', 0],
  ])
})

describe('on the page', () => {
  let town: Town
  let carsten: Visitor
  let irena: Visitor
  beforeAll(async () => {
    town = await openTown()
    carsten = await town.as('carsten-mittelweg')
    irena = await town.as('irena-halvorsdottir-blau')
  })
  const path = '/forums/forum-germany'
  const fields = {
    ...{ 'name-de': 'Deutsches Forum', 'name-en': 'German Forum', 'languages[]': ['de'], noticeMonths: '6' },
    ...{ rule: 'automatic-from-network', parent: '' },
  }
  /** Saves as a browser does: with the revision that the form holds. */
  const save = async (who: Visitor, at: string, typed: Record<string, string | string[]>) => {
    const revision = /name="revision" value="(\d+)"/.exec(await who.page(`${at}/edit`))?.[1] ?? ''
    return who.post(`${at}/edit`, { ...typed, revision })
  }
  const idOf = (slug: string) => fill(town, `select id from forum where slug = '${slug}'`)

  test('anybody reads the tree and the rule in words', async () => {
    expect(await town.visitor.page('/forums')).toContain(path)
    const html = await town.visitor.page(path)
    expect(html).toContain('is a member of this forum from the same day')
    expect(html).toContain('href="/members?forum=forum-germany"')
    expect(html).toContain('50% of the European fee of its members')
    expect((await town.visitor.get('/forums/nowhere')).status).toBe(404)
  })

  test('the forum’s office changes names and notice; the rule stays the network’s, also past the form', async () => {
    expect(await carsten.page(`${path}/edit`)).not.toContain('name="rule"')
    expect((await save(carsten, path, { ...fields, rule: 'independent' })).status).toBe(303)
    expect(await town.visitor.page(path)).toContain('6 months before the end of the year')
    expect(
      await fill(
        town,
        `select count(*) from forum where slug = 'forum-germany' and membership_rule = 'automatic-from-network'`,
      ),
    ).toBe(1)
    const door = await openDoor(town)
    const person = await fill(town, `select id from person where slug = 'carsten-mittelweg'`)
    await door.as(person, async (client) => {
      const change = (set: string, slug: string) => attempt(client, `update forum set ${set} where slug = '${slug}'`)
      expect(await change(`membership_rule = 'independent'`, 'forum-germany')).toBe(refused)
      expect(await change(`notice_months = 0`, 'forum-france')).toBe('0 rows')
      expect(await change(`country = 'FR'`, 'forum-germany')).toBe(refused)
    })
    await door.close()
  })

  test('the network’s office puts a forum below another one, but never into a circle', async () => {
    const [germany, belgium] = [await idOf('forum-germany'), await idOf('forum-belgium')]
    expect((await save(irena, path, { ...fields, parent: String(belgium) })).status).toBe(303)
    const answer = await save(irena, '/forums/forum-belgium', {
      ...fields,
      rule: 'independent',
      parent: String(germany),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('cannot be part of itself')
    expect((await save(irena, path, fields)).status).toBe(303)
  })

  test('a forum that there is not is no parent', async () => {
    for (const parent of ['999', '99999999999'])
      expect((await irena.post(`${path}/edit`, { ...fields, parent })).status, parent).toBe(422)
  })

  test('what is wrong is said at its field', async () => {
    const { 'languages[]': _, ...without } = fields
    const answer = await irena.post(`${path}/edit`, { ...without, noticeMonths: 'soon' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const sentence of ['at least one language', 'whole number from 0 to 24']) expect(html).toContain(sentence)
    const nameless = await irena.post(`${path}/edit`, { ...fields, 'name-de': '', 'name-en': ' ' })
    expect(await nameless.text()).toContain('needs a name in at least one language')
  })

  test('another forum’s office, a city and a visitor change nothing', async () => {
    expect((await carsten.post('/forums/forum-france/edit', fields)).status).toBe(403)
    for (const slug of ['ada-lindmoser', 'jonte-pfalzgrafer'])
      expect((await (await town.as(slug)).post(`${path}/edit`, fields)).status).toBe(403)
    expect((await town.visitor.post(`${path}/edit`, fields)).status).toBe(401)
  })

  test('offers of a forum stand on its page for its members only', async () => {
    const audience = await fill(town, `select a.id from audience a where a.forum_id = ${await idOf('forum-germany')}`)
    const offer = {
      topic: 'offer',
      title: 'Blorf half price',
      text: 'x',
      lang: 'en',
      endsOn: '',
      audience: String(audience),
    }
    expect((await carsten.post('/announcements', offer)).status).toBe(303)
    expect(await (await town.as('jonte-pfalzgrafer')).page(path)).toContain('Blorf half price')
    for (const who of [town.visitor, await town.as('ada-lindmoser')])
      expect(await who.page(path)).not.toContain('Blorf')
  })
})
