// The path through a national forum, and the ends that are no admission.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers } from '../../../testing/as-owner.ts'
import { sendRefusal } from './actions/send-refusal.ts'
import { admission, apply, enquire, type OwnFile, pdf, workAll } from './fixtures.ts'

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
  let maelle: Visitor
  beforeAll(async () => {
    maelle = await town.as('maelle-brindeforge')
    file = await enquire(town, { name: 'Valcreux', country: 'FR', contactEmail: 'maire@valcreux.example' })
    await apply(file)
  })

  test('its office decides, and the network’s office does not even see the file', async () => {
    expect(await file.page()).toContain('The office of the national forum')
    expect(await office.page('/accessions')).not.toContain('Valcreux')
    expect((await office.get(`/accessions/${file.id}`)).status).toBe(404)
    expect((await admit(office, file)).status).toBe(404)
    expect(await maelle.page('/accessions')).toContain('Valcreux')
  })

  test('the forum’s admission makes the membership of the network from the same day, and invites before it', async () => {
    expect((await admit(maelle, file, { name: 'Valcreux' })).status).toBe(303)
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

  test('refused, who enquired and the coordinator named each read the reason in their language, once; nobody else does', async () => {
    const fields = { name: 'Oberleer', lang: 'de', contactEmail: 'rathaus@oberleer.example' }
    const file = await enquire(town, fields)
    const coordinator = { personName: 'Kaja Moor', personEmail: 'kaja@oberleer.example', note: '' }
    await file.post('/steps/coordinator', coordinator)
    await workAll(town)
    town.mails.length = 0
    const note = 'Es gibt keine Gemeinde dieses Namens.'
    await office.post(`/accessions/${file.id}/steps/refusal`, { day: '2026-06-01', note })
    await workAll(town)
    expect(town.mails.map(({ to }) => to).sort()).toEqual(['kaja@oberleer.example', 'rathaus@oberleer.example'])
    for (const { subject, text } of town.mails) {
      expect(subject).toContain('Entscheidung über Ihre Anfrage')
      expect(text).toContain(note)
      expect(text).toContain('1. Juni 2026')
    }
    // Heard once more, as after a crash: the same mail, known by its id.
    const jobs = {
      system: town.database.system,
      settings: { baseUrl: '', networkName: 'N' } as never,
      now: () => town.now,
    }
    const ids: unknown[] = []
    await sendRefusal({ ...jobs, mail: async ({ id }) => void ids.push(id) }, file.id, 'enquirer')
    expect(town.mails.map(({ id }) => id)).toContain(ids[0])
  })

  test('a coordinator who enquired herself gets one mail, and a withdrawal none', async () => {
    const file = await enquire(town, { name: 'Einfach', contactEmail: 'Eine@einfach.example' })
    await file.post('/steps/coordinator', { personName: 'Eine', personEmail: 'eine@einfach.example', note: '' })
    const other = await enquire(town, { name: 'Zurück', contactEmail: 'z@zurueck.example' })
    await workAll(town)
    town.mails.length = 0
    await office.post(`/accessions/${file.id}/steps/refusal`, { day: '2026-06-01', note: 'No.' })
    await other.post('/steps/withdrawal', { note: 'No.' })
    await workAll(town)
    expect(town.mails.map(({ to }) => to)).toEqual(['Eine@einfach.example'])
  })
})

test('documents that are sent at the same moment do not fill the file beyond its measure together', async () => {
  const file = await enquire(town, { name: 'Vollenau', contactEmail: 'voll@vollenau.example' })
  await apply(file)
  const step = { day: '2026-05-13', for: '3', against: '1', abstained: '0', note: '' }
  await file.post('/steps/resolution', { ...step, file: pdf('first.pdf') })
  await pastTriggers(town, `update accession_document set size = 250 * 1048576 - 300 where accession_id = ${file.id}`)
  const answers = await Promise.all(
    ['second.pdf', 'third.pdf'].map((name) => file.post('/steps/resolution', { ...step, file: pdf(name) })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await fill(town, `select count(*) from accession_document where accession_id = ${file.id}`)).toBe(2)
})
