// The path through a national forum, and the ends that are no admission.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { admission, apply, enquire, frenchOfficer, type OwnFile, workAll } from './fixtures.ts'

let town: Town
let office: Visitor
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-06-01T10:00:00Z')
  office = await town.as('irena-halvorsdottir-blau')
})

const admit = (who: Visitor, file: OwnFile, fields = {}) =>
  who.post(`/accessions/${file.id}/steps/admission`, { ...admission, ...fields })
describe('the way through the forum, in France', () => {
  let file: OwnFile
  let odette: Visitor
  beforeAll(async () => {
    await fill(town, frenchOfficer)
    odette = await town.as('odette-bruyere')
    file = await enquire(town, { name: 'Valcreux', country: 'FR', contactEmail: 'maire@valcreux.example' })
    await apply(file)
  })

  test('its office decides, and the network’s office does not even see the file', async () => {
    expect(await file.page()).toContain('The office of the national forum')
    expect(await office.page('/accessions')).not.toContain('Valcreux')
    expect((await office.get(`/accessions/${file.id}`)).status).toBe(404)
    expect((await admit(office, file)).status).toBe(404)
    expect(await odette.page('/accessions')).toContain('Valcreux')
  })

  test('the forum’s admission makes the membership of the network from the same day, and invites before it', async () => {
    expect((await admit(odette, file, { name: 'Valcreux' })).status).toBe(303)
    await workAll(town)
    expect(town.mails.some(({ text }) => text.includes('/invitation?token=') && text.includes('Valcreux'))).toBe(true)
    const days = await fill(
      town,
      `select count(*) from membership m join organisation o on o.id = m.organisation_id
      where o.slug = 'fr-valcreux' and m.begins_on = '2027-01-01'`,
    )
    expect(days).toBe(2)
  })
})

describe('another end', () => {
  test('the city withdraws; the file stays readable for both sides', async () => {
    const file = await enquire(town, { name: 'Rückzug', contactEmail: 'r@rueckzug.example' })
    expect((await file.post('/steps/withdrawal', { note: 'The council wants to wait' })).status).toBe(303)
    for (const html of [await file.page(), await office.page(`/accessions/${file.id}`)])
      expect(html).toContain('The council wants to wait')
    expect((await office.get(`/accessions/${file.id}/steps/admission`)).status).toBe(403)
  })

  test('the office refuses with a reason that the city reads', async () => {
    const file = await enquire(town, { name: 'Nirgendwo', contactEmail: 'n@nirgendwo.example' })
    const without = await office.post(`/accessions/${file.id}/steps/refusal`, { day: '2026-06-01', note: ' ' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Please give the reason')
    await office.post(`/accessions/${file.id}/steps/refusal`, {
      day: '2026-06-01',
      note: 'No municipality of this name exists.',
    })
    const html = await file.page()
    expect(html).toContain('No municipality of this name exists.')
    expect(html).toContain('Not admitted')
  })
})
