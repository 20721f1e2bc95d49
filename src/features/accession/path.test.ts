// From the enquiry to the welcome through the real app: both sides, each step with its day and its documents.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
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
const isMember = (slug: string) => fill(town, `select active::int from organisation where slug = '${slug}'`)

describe('a municipality of Germany', () => {
  let file: OwnFile
  beforeAll(async () => {
    file = await enquire(town)
  })

  test('sees whose turn it is, and hands in the resolution with its document', async () => {
    expect(await file.page()).toContain('The city gets the resolution of its council and records it here.')
    const document = pdf('Ratsbeschluss 13. Mai.pdf')
    const resolution = {
      day: '2026-05-13',
      for: '31',
      against: '9',
      abstained: '2',
      proposedBy: 'The mayor',
      note: 'File 12/2026',
    }
    expect((await file.post('/steps/resolution', { ...resolution, file: document })).status).toBe(303)
    const html = await file.page()
    for (const words of [
      '31 in favour, 9 against, 2 abstained',
      'The mayor',
      'File 12/2026',
      'Ratsbeschluss 13. Mai.pdf',
      'Council has decided',
    ])
      expect(html).toContain(words)
    const link = /href="(\/accessions\/\d+\/documents\/\d+\?token=[^"]+)"/.exec(html)?.[1] ?? ''
    const answer = await town.visitor.get(link)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('cache-control')).toContain('no-store')
  })

  test('records it anew when the minutes are corrected; the earlier one stays readable', async () => {
    const corrected = { day: '2026-05-14', for: '30', against: '10', abstained: '2', proposedBy: '', note: '' }
    expect((await file.post('/steps/resolution', corrected)).status).toBe(303)
    const html = await file.page()
    expect(html).toContain('31 in favour')
    expect(html).toContain('30 in favour')
    expect(html).toContain('a later record counts')
  })

  test('cannot be admitted before it has applied and answered the conditions', async () => {
    expect(await (await admit(office, file)).text()).toContain('has not applied yet')
    expect((await file.post('/steps/application', { day: '2026-05-20', note: '' })).status).toBe(303)
    const refused = await admit(office, file)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Both conditions must be answered first')
  })

  test('answers the conditions, and the office sees that it is its turn', async () => {
    await file.post('/steps/coalition', { day: '2027-03-01', promised: 'promised', note: 'Police, two schools' })
    await file.post('/steps/coordinator', {
      personName: 'Wanda Probst',
      personEmail: 'wanda.probst@lindenau.example',
      note: '',
    })
    expect(await file.page()).toContain('Local coordinator: Wanda Probst')
    const list = await office.page('/accessions')
    expect(list.indexOf('Lindenau an der Wieslauf')).toBeLessThan(list.indexOf('It is the city’s turn'))
    expect(await office.page('/desk')).toContain('href="/accessions"')
  })

  test('is admitted: in the register, its coordinator invited, the welcome sent in its language', async () => {
    expect((await admit(office, file)).status).toBe(303)
    await workAll(town)
    const mails = town.mails.filter(({ to }) => to === 'wanda.probst@lindenau.example')
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('your file'),
      expect.anything(),
      expect.anything(),
    ])
    expect(mails.some(({ text }) => text.includes('/invitation?token='))).toBe(true)
    expect(
      mails.filter(({ text }) => text.includes('1 January 2027') && text.includes('The first three steps')),
    ).toHaveLength(1)
    const html = await file.page()
    expect(html).toContain('Welcomed')
    expect(html).toContain('The first three steps')
    expect(await town.visitor.page('/members/de-lindenau-an-der-wieslauf')).toContain('48,200')
  })

  test('its coordinator signs in, sees the file without the address, and is a member on the day', async () => {
    const token = town.mails.map(({ text }) => /invitation\?token=([\w-]+)/.exec(text)?.[1]).findLast(Boolean) ?? ''
    expect((await town.visitor.post('/invitation', { token, name: 'Wanda Probst', lang: 'en' })).status).toBe(303)
    const wanda = await town.as('wanda-probst')
    expect(await wanda.page(`/accessions/${file.id}`)).toContain('Local coordinator: Wanda Probst')
    expect(await wanda.page('/members/de-lindenau-an-der-wieslauf')).toContain(`href="/accessions/${file.id}"`)
    expect(await isMember('de-lindenau-an-der-wieslauf')).toBe(0)
    await fill(town, `select app.settle_memberships('2026-12-31', null)`)
    expect(await isMember('de-lindenau-an-der-wieslauf')).toBe(0)
    await fill(town, `select app.settle_memberships('2027-01-01', null)`)
    expect(await isMember('de-lindenau-an-der-wieslauf')).toBe(1)
    const forums = await fill(
      town,
      `select count(*) from forum_member m join organisation o on o.id = m.organisation_id
      where o.slug = 'de-lindenau-an-der-wieslauf'`,
    )
    expect(forums).toBe(1)
  })

  test('is decided once: nothing more is recorded but that the promised coalition came to be', async () => {
    expect((await admit(office, file)).status).toBe(403)
    expect((await file.post('/steps/withdrawal', { note: '' })).status).toBe(403)
    const there = { day: '2026-05-30', promised: 'exists', note: 'Founded on the market square' }
    expect((await file.post('/steps/coalition', there)).status).toBe(303)
    expect(await file.page()).toContain('has existed since 30 May 2026')
  })
})

test('two officers who admit at the same moment make one member and send one invitation', async () => {
  const file = await enquire(town, { name: 'Doppelstadt', contactEmail: 'double@doppelstadt.example' })
  await apply(file)
  const theo = await town.as('theo-quintavoll')
  const name = { name: 'Doppelstadt' }
  const statuses = (await Promise.all([admit(office, file, name), admit(theo, file, name)])).map(({ status }) => status)
  expect(statuses.filter((status) => status === 303)).toHaveLength(1)
  expect([403, 422]).toContain(statuses.find((status) => status !== 303))
  await workAll(town)
  const count = (sql: string) => fill(town, sql)
  expect(await count(`select count(*) from organisation where name = 'Doppelstadt'`)).toBe(1)
  expect(await count(`select count(*) from invitation where email = 'coordinator-${file.id}@lindenau.example'`)).toBe(1)
  expect(
    town.mails.filter(({ to, subject }) => to === 'double@doppelstadt.example' && /Welcome/.test(subject)),
  ).toHaveLength(1)
})

test('where the coordinator’s address signs in already, nothing of the admission stays', async () => {
  const file = await enquire(town, { name: 'Amselfeld', contactEmail: 'a@amselfeld.example' })
  await apply(file)
  const taken = { personName: 'Ada', personEmail: 'ada.lindmoser@graz.example', note: '' }
  const address = await fill(town, `select 1 from person where email = '${taken.personEmail}'`)
  expect(address).toBe(1)
  await file.post('/steps/coordinator', taken)
  const answer = await admit(office, file, { name: 'Amselfeld' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('signs in with the coordinator’s e-mail address already')
  expect(await fill(town, `select count(*) from organisation where name = 'Amselfeld'`)).toBe(0)
  expect(await file.page()).toContain('The office decides about the admission')
})

test('a city of the register that is admitted stays one organisation, and a slug that is taken gets a number', async () => {
  const id = await fill(
    town,
    `insert into organisation (slug, name, kind, country) values ('de-tannreuth', 'Tannreuth', 'municipality', 'DE') returning id`,
  )
  const known = await enquire(town, { name: 'Tannreuth', registered: String(id), contactEmail: 'x@tannreuth.example' })
  await apply(known)
  expect((await admit(office, known, { name: 'Tannreuth' })).status).toBe(303)
  expect(await fill(town, `select count(*) from organisation where name = 'Tannreuth'`)).toBe(1)
  const other = await enquire(town, { name: 'Tannreuth', contactEmail: 'y@tannreuth.example' })
  await apply(other)
  expect((await admit(office, other, { name: 'Tannreuth' })).status).toBe(303)
  expect(await fill(town, `select count(*) from organisation where slug = 'de-tannreuth-2'`)).toBe(1)
})

test('the register says in which country a city lies, whatever is typed beside it', async () => {
  const id = await fill(
    town,
    `insert into organisation (slug, name, kind, country) values ('fr-belroc', 'Belroc', 'municipality', 'FR') returning id`,
  )
  const fields = { name: 'Belroc', country: 'DE', registered: String(id), contactEmail: 'm@belroc.example' }
  expect(await (await enquire(town, fields)).page()).toContain('The office of the national forum')
})
