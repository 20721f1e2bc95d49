// Bad input in the steps: a sentence beside the field, what was typed is kept, and nothing is recorded.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { enquire, type Fields, type OwnFile, pdf } from './fixtures.ts'

let town: Town
let file: OwnFile
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-06-01T10:00:00Z')
  file = await enquire(town)
})

const resolution = {
  day: '2026-05-13',
  for: '31',
  against: '9',
  abstained: '2',
  proposedBy: 'The mayor',
  note: 'kept as typed',
}
const recorded = () => fill(town, `select count(*) from accession_step where accession_id = ${file.id}`)

test.each<[string, string, Fields, string, string]>([
  ['negative votes', 'resolution', { for: '-31' }, 'for', 'as a whole number, 0 or more'],
  ['votes in letters', 'resolution', { against: 'nine' }, 'against', 'as a whole number, 0 or more'],
  ['half a vote', 'resolution', { abstained: '1.5' }, 'abstained', 'as a whole number, 0 or more'],
  ['one number missing', 'resolution', { against: '' }, 'for', 'give all three numbers of votes'],
  ['a resolution that was not carried', 'resolution', { for: '9', against: '31' }, 'for', 'the council has not agreed'],
  ['31 February', 'resolution', { day: '2026-02-31' }, 'day', 'a day that exists'],
  ['the day as Germans write it', 'resolution', { day: '13.05.2026' }, 'day', 'a day that exists'],
  ['no day', 'resolution', { day: '' }, 'day', 'a day that exists'],
  ['a day ahead', 'resolution', { day: '2026-06-02' }, 'day', 'still ahead'],
  ['no resolution yet', 'application', { day: '2026-05-20' }, 'day', 'resolution first'],
  [
    'a coalition of nobody',
    'coalition',
    { day: '2026-05-20', promised: 'exists', note: ' ' },
    'note',
    'who belongs to it',
  ],
  [
    'neither exists nor promised',
    'coalition',
    { day: '2026-05-20', promised: 'perhaps' },
    'promised',
    'exists or is promised',
  ],
  ['a promise for yesterday', 'coalition', { day: '2026-05-31', promised: 'promised' }, 'day', 'This day is over'],
  [
    'a coordinator without a name',
    'coordinator',
    { personName: '', personEmail: 'a@b.example' },
    'personName',
    'coordinator’s name',
  ],
  [
    'a coordinator without an address',
    'coordinator',
    { personName: 'Wanda', personEmail: 'wanda' },
    'personEmail',
    'an e-mail address',
  ],
  ['a program', 'resolution', { file: new File(['MZ\u0000\u0001'], 'resolution.exe') }, 'file', 'cannot be kept'],
  [
    'a program named as a PDF',
    'resolution',
    { file: new File(['#!/bin/sh'], 'resolution.pdf') },
    'file',
    'cannot be kept',
  ],
])('%s', async (_, step, fields, field, sentence) => {
  const before = await recorded()
  const answer = await file.post(`/steps/${step}`, { ...resolution, ...fields })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain(sentence)
  expect(html).toContain(`id="${field}-error"`)
  if (!('note' in fields)) expect(html).toContain('kept as typed')
  expect(await recorded()).toBe(before)
})

test('a document of 50 MB gets a sentence at its field, and all that was typed is there', async () => {
  const answer = await file.post('/steps/resolution', { ...resolution, file: pdf('minutes.pdf', 50 * 1_048_576) })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('is larger than 20 MB')
  expect(html).toContain('id="file-error"')
  for (const typed of ['31', 'The mayor', 'kept as typed']) expect(html).toContain(typed)
}, 60_000)

test('a step that does not exist, and a file that has no number, are not found', async () => {
  expect((await file.get('/steps/coronation')).status).toBe(404)
  expect((await file.post('/steps/__proto__', {})).status).toBe(404)
  const office = await town.as('irena-halvorsdottir-blau')
  for (const id of ['0', 'x', '99999999999', '1e3'])
    expect((await office.get(`/accessions/${id}`)).status, id).toBe(404)
})

test('what people write is shown as text', async () => {
  const marked = '<script>alert(1)</script><b>bold</b>'
  await file.post('/steps/resolution', { ...resolution, proposedBy: marked, note: marked })
  const html = await file.page()
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script>alert')
})

test('a file holds only so much: whoever has a mail address can begin one', async () => {
  await fill(
    town,
    `insert into accession_document (accession_id, step_id, name, media_type, size, stored_as)
     select accession_id, min(id), 'all.pdf', 'application/pdf', 250 * 1048576, 'aa/all' from accession_step
     where accession_id = ${file.id} group by accession_id returning id`,
  )
  const before = await recorded()
  const answer = await file.post('/steps/resolution', { ...resolution, file: pdf('one more.pdf') })
  expect([answer.status, (await answer.text()).includes('holds no more documents')]).toEqual([422, true])
  expect(await recorded()).toBe(before)
  expect((await file.post('/steps/resolution', resolution)).status).toBe(303)
})
