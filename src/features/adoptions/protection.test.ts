// With hostile eyes: what is narrowed, withdrawn or forged shows nothing of itself, neither in words, counts nor gaps.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { openDoor } from '../../../testing/policies/as-person.ts'
import { adopt, entry, idIn, narrowPractice, ownAudience, publishPractice } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
})

const everything = async (who: Visitor, practice: string): Promise<string> =>
  `${await who.page(`/practices/${practice}-night-walks`)}${await who.page(`/practices/${practice}/lineage`)}`

describe('an adoption with a narrower audience than the practice', () => {
  test('shows to nobody else: not beside the practice, not in a count, not in the lineage', async () => {
    const practice = await publishPractice(beatriz)
    const before = await everything(town.visitor, practice)
    const path = await adopt(ada, practice, { audience: '2', title: 'Quietly in Graz' })
    expect(await everything(town.visitor, practice)).toBe(before)
    expect((await town.visitor.get(path)).status).toBe(404)
    expect(await everything(assia, practice)).toContain('Quietly in Graz')
  })

  test('narrowed later it is gone from them at once', async () => {
    const practice = await publishPractice(beatriz)
    const path = await adopt(ada, practice, { title: 'Soon for Graz alone' })
    const own = await ownAudience(ada, `/adoptions/${idIn(path)}/edit`)
    const narrowed = { ...entry, title: 'Soon for Graz alone', audience: own, revision: '1' }
    expect((await ada.post(`/adoptions/${idIn(path)}`, narrowed)).status).toBe(303)
    for (const who of [assia, town.visitor]) expect(await everything(who, practice)).not.toContain('Graz')
    expect(await everything(ada, practice)).toContain('Soon for Graz alone')
  })

  test('widening asks first', async () => {
    const practice = await publishPractice(beatriz)
    const id = idIn(await adopt(ada, practice, { audience: '2' }))
    expect((await ada.post(`/adoptions/${id}`, { ...entry, revision: '1' })).status).toBe(422)
    expect((await ada.post(`/adoptions/${id}`, { ...entry, revision: '1', widen: 'yes' })).status).toBe(303)
  })
})

describe('a practice that changes after it was taken over', () => {
  test('narrowed, its title stands nowhere on the adoption, in the search, or on the city’s page', async () => {
    const practice = await publishPractice(beatriz, { title: 'Zwergenlaternen' })
    const path = await adopt(ada, practice, { title: '' })
    expect(await assia.page(path)).toContain('Zwergenlaternen')
    await narrowPractice(beatriz, practice, {
      audience: await ownAudience(beatriz, `/practices/${practice}/edit?step=readers`),
    })
    while ((await town.work()) > 0);
    for (const who of [ada, assia, town.visitor]) {
      const page = await who.page(path)
      expect(page).toContain('Takes up a practice that is not shared with you.')
      expect(page).toContain('On Fridays only.')
      expect(page).not.toMatch(/Zwergenlaternen|Porto|\/lineage/)
      expect((await who.get(`/practices/${practice}/lineage`)).status).toBe(404)
      expect(await who.page('/members/at-graz')).not.toContain('Zwergenlaternen')
      expect(await who.page('/search?q=Zwergenlaternen')).not.toContain(path)
    }
    expect((await ada.get(`/adoptions/${idIn(path)}/edit`)).status).toBe(200)
    expect((await ada.post(`/adoptions/${idIn(path)}`, { ...entry, revision: '1' })).status).toBe(303)
    expect((await ada.post(`/adoptions/${idIn(path)}/withdrawal`)).status).toBe(303)
  })

  test('withdrawn, the adoptions stay and say so calmly; its lineage is gone with it', async () => {
    const practice = await publishPractice(beatriz, { title: 'Soon withdrawn' })
    const path = await adopt(ada, practice, { audience: '2' })
    await beatriz.post(`/practices/${practice}/withdrawal`)
    const page = await assia.page(path)
    expect(page).toContain('The practice that was taken up here has been withdrawn by its city. This entry stays.')
    expect(page).not.toContain('Soon withdrawn')
    expect((await assia.get(`/practices/${practice}/lineage`)).status).toBe(410)
    expect((await assia.get(`/practices/${practice}/adoption`)).status).toBe(410)
    expect((await town.visitor.get(path)).status).toBe(404)
  })

  test('whom a withdrawn practice had never reached is not told that it was withdrawn', async () => {
    const practice = await publishPractice(beatriz, { audience: '2' })
    const path = await adopt(ada, practice)
    await beatriz.post(`/practices/${practice}/withdrawal`)
    expect(await town.visitor.page(path)).toContain('Takes up a practice that is not shared with you.')
    expect((await town.visitor.get(`/practices/${practice}/lineage`)).status).toBe(404)
  })
})

describe('somebody else’s hands', () => {
  test('Assia of Lyon can read but not change, withdraw or edit the adoption of Graz', async () => {
    const practice = await publishPractice(beatriz)
    const id = idIn(await adopt(ada, practice))
    expect((await assia.get(`/adoptions/${id}/edit`)).status).toBe(403)
    expect((await assia.post(`/adoptions/${id}`, { ...entry, revision: '1' })).status).toBe(403)
    expect((await assia.post(`/adoptions/${id}/withdrawal`)).status).toBe(403)
    expect((await town.visitor.post(`/adoptions/${id}`, { ...entry, revision: '1' })).status).toBe(401)
  })

  test('Porto does not take over its own practice, nor anybody a draft or what is out of reach', async () => {
    const practice = await publishPractice(beatriz)
    expect(await beatriz.page(`/practices/${practice}-night-walks`)).not.toContain(`/practices/${practice}/adoption`)
    expect((await beatriz.post(`/practices/${practice}/adoption`, entry)).status).toBe(403)
    const own = await publishPractice(beatriz, { audience: await ownAudience(beatriz, '/practices/import') })
    expect((await ada.get(`/practices/${own}/adoption`)).status).toBe(404)
    expect((await ada.post(`/practices/${own}/adoption`, entry)).status).toBe(404)
    expect((await (await town.as('irena-halvorsdottir-blau')).get(`/practices/${practice}/adoption`)).status).toBe(403)
  })

  test('a colleague of another city cannot be named as contact', async () => {
    const practice = await publishPractice(beatriz)
    const contactPerson = String(await town.personId('assia-verdonnel'))
    expect((await ada.post(`/practices/${practice}/adoption`, { ...entry, contactPerson })).status).toBe(422)
  })

  test('of two for named persons in one city neither is told of the other', async () => {
    const practice = await publishPractice(beatriz)
    const almut = await town.as('almut-westrichter')
    const jonte = await town.as('jonte-pfalzgrafer')
    const secret = await adopt(almut, practice, { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
    const open = await adopt(jonte, practice)
    expect(open).not.toBe(secret)
    expect((await jonte.get(secret)).status).toBe(404)
    expect(await everything(jonte, practice)).not.toContain(secret)
    const widened = { ...entry, audience: '2', revision: '1', widen: 'yes' }
    expect((await almut.post(`/adoptions/${idIn(secret)}`, widened)).status).toBe(303)
    expect(await everything(jonte, practice)).toContain(secret)
  })
})

test('asked of PostgreSQL itself: which practice an adoption takes is no row where the practice is out of reach', async () => {
  const practice = await publishPractice(beatriz)
  const id = idIn(await adopt(ada, practice))
  const door = await openDoor(town)
  const origins = async (person: number | undefined): Promise<number> => {
    const sql = 'select practice_id from adoption_origin where contribution_id = $1 or practice_id = $2'
    return door.as(person, async (client) => (await client.query(sql, [id, practice])).rows.length)
  }
  const [lyon, graz, porto] = await Promise.all(
    ['assia-verdonnel', 'ada-lindmoser', 'beatriz-ribeirinha-douro'].map(town.personId),
  )
  expect([await origins(undefined), await origins(lyon)]).toEqual([1, 1])
  await narrowPractice(beatriz, practice, {
    audience: await ownAudience(beatriz, `/practices/${practice}/edit?step=readers`),
  })
  expect([await origins(undefined), await origins(lyon), await origins(graz), await origins(porto)]).toEqual([
    0, 0, 0, 1,
  ])
  await door.close()
})
