// The office's look behind a veil: also once the question was withdrawn, once for a double click, told once for sure.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
import { partsAt } from '../routing/fixtures.ts'
import { sendLook, sendLooksAgain } from './actions/send-look.ts'
import { work } from './fixtures.ts'

let town: Town
let jonte: Visitor
let irena: Visitor
let path: string
let id: string
beforeAll(async () => {
  town = await openTown()
  jonte = await town.as('jonte-pfalzgrafer')
  irena = await town.as('irena-halvorsdottir-blau')
}, 60_000)
beforeEach(async () => {
  const asked = await jonte.post('/questions', {
    ...{
      text: 'Wer hat Kribbelzaun wieder abgebaut?',
      title: 'Kribbelzaun weg',
      lang: 'de',
      audience: '2',
      veiled: 'yes',
    },
    'concepts[]': ['fear-of-crime'],
  })
  expect(asked.status).toBe(303)
  path = asked.headers.get('location') ?? ''
  id = /\d+/.exec(path)?.[0] ?? ''
})

const reason = 'Eine Leserin sorgt sich um eine Person in der Frage.'
const lookings = () => fill(town, `select count(*) from veil_lifting where contribution_id = ${id}`)
const mailsOf = async () => {
  const looks = await rowsOf<{ id: number }>(town, `select id from veil_lifting where contribution_id = ${id}`)
  return town.mails.filter((mail) => looks.some((look) => mail.id === `veil-lifted-${look.id}`))
}

test('what was withdrawn is looked behind as well, without its title; the asker sees why, and has the note', async () => {
  expect((await jonte.post(`/questions/${id}/withdrawal`)).status).toBe(303)
  expect(await jonte.page(path)).toContain('You asked this as “a member city”')
  expect((await irena.get(path)).status).toBe(410)
  const form = await irena.page(`/veils/${id}`)
  expect(form).toContain(`Withdrawn question (no. ${id})`)
  expect(form).not.toMatch(/Kribbelzaun|Pfalzgr/)
  const looked = await irena.post(`/veils/${id}`, { reason })
  expect([looked.status, looked.headers.get('location')]).toEqual([303, `/veils/${id}`])
  expect(await irena.page(`/veils/${id}`)).toContain('Jonte Pfalzgräfer, Kaiserslautern, asked this.')
  expect(await jonte.page(path)).toContain(reason)
  for (const slug of ['almut-westrichter', 'carsten-mittelweg', 'jonte-pfalzgrafer'])
    expect((await (await town.as(slug)).get(`/veils/${id}`)).status).toBe(404)
  await work(town)
  expect((await mailsOf()).map(({ to }) => to)).toEqual([expect.stringMatching(/^jonte\./)])
})

test('a look behind what is hidden by then is told all the same', async () => {
  expect((await irena.post(`/veils/${id}`, { reason })).status).toBe(303)
  await pastTriggers(town, `update contribution set hidden_at = now() where id = ${id}`)
  await work(town)
  expect(await mailsOf()).toHaveLength(1)
  expect((await mailsOf())[0]?.text).toContain('Kribbelzaun weg')
})

test('a double click looks once', async () => {
  const once = /name="once" value="([^"]+)"/.exec(await irena.page(`/veils/${id}`))?.[1] ?? ''
  expect(once).not.toBe('')
  const answers = await Promise.all([1, 2].map(() => irena.post(`/veils/${id}`, { reason, once })))
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await lookings()).toBe(1)
})

test('twenty signs are twenty signs, whatever they are made of', async () => {
  const short = await irena.post(`/veils/${id}`, { reason: '🙂'.repeat(10) })
  expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('at least 20 characters')])
  expect((await irena.post(`/veils/${id}`, { reason: '🙂'.repeat(2000) })).status).toBe(303)
  expect((await irena.post(`/veils/${id}`, { reason: '🙂'.repeat(2001) })).status).toBe(422)
})

test('a look whose mail nine tries failed to send is told later, once, and by one of two who try at once', async () => {
  await irena.post(`/veils/${id}`, { reason })
  const look = await fill(town, `select id from veil_lifting where contribution_id = ${id}`)
  const later = partsAt(town, new Date(Date.now() + 3_600_000))
  const broken = { ...later, mail: () => Promise.reject(new Error('away')) }
  await expect(sendLook(broken, look)).rejects.toThrow('away')
  await expect(sendLooksAgain(broken)).rejects.toThrow('away')
  // The job of the fact itself is still trying.
  await sendLooksAgain(partsAt(town, new Date()))
  expect(await mailsOf()).toEqual([])
  await Promise.all([sendLooksAgain(later), sendLooksAgain(later)])
  await work(town)
  await sendLooksAgain(later)
  expect(await mailsOf()).toHaveLength(1)
})

test('what a colleague watched is handed on, and what the asker alone watched is not', async () => {
  const almut = await town.as('almut-westrichter')
  const [jonteId, almutId] = await Promise.all([town.personId('jonte-pfalzgrafer'), town.personId('almut-westrichter')])
  const colleague = await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang, invented)
     select 'kim-wachholder', 'Kim Wachholder', 'kim@example.org', 'colleague', organisation_id, 'de', true
     from person where id = ${jonteId} returning id`,
  )
  const asked = id
  await jonte.post(`/contributions/${asked}/watch`)
  const watches = () =>
    fill(town, `select count(*) from watch where person_id = ${almutId} and contribution_id = ${asked}`)
  await (await town.as('kim-wachholder')).post(`/contributions/${asked}/watch`)
  const left = await almut.post(`/my-city/colleagues/${colleague}/departure`, { heir: String(almutId) })
  expect(left.status).toBe(303)
  expect(await watches()).toBe(1)
  await rowsOf(town, `delete from watch where person_id in (${almutId}, ${colleague}) and contribution_id = ${asked}`)
  const gone = await almut.post(`/my-city/colleagues/${jonteId}/departure`, { heir: String(almutId) })
  expect(gone.status).toBe(303)
  expect(await watches()).toBe(0)
})
