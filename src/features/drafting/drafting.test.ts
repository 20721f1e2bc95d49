// From a file to a draft on the real app: what is found, where it goes, who sees it, and what is said where nothing can be read.
import { readdirSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { drafting } from './feature.ts'
import { choicesOn, fileOf, fixture, idIn, landing, proposedOn } from './fixtures.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})
beforeEach(forgetTries)

const bring = (file: File, who = ada, keep = 'yes'): Promise<Response> =>
  who.post('/practices/from-file', { file, keep, text: '' })
/** All steps of the form, one after the other. */
const form = async (id: string): Promise<string> => {
  const steps = ['beginning', 'problem', 'response', 'results', 'lessons', 'readers']
  const pages = await Promise.all(steps.map((step) => ada.page(`/practices/${id}/edit?step=${step}`)))
  return pages.join('')
}
const kept = (): string[] =>
  readdirSync(town.dataDir, { recursive: true })
    .map(String)
    .filter((name) => /files.[0-9a-f]{2}.[0-9a-f]{36}/.test(name))

describe.each(['de-nachtlicht.pdf', 'de-nachtlicht.docx', 'de-nachtlicht.odt'])('%s', (name) => {
  test('becomes a draft of Ada with its sections proposed, its language known, concepts proposed and the file attached', async () => {
    const answer = await bring(fileOf(name))
    expect(answer.status).toBe(303)
    expect(landing(answer)).toMatch(/^\/practices\/\d+\/from-file$/)
    const html = await ada.page(landing(answer))
    expect(proposedOn(html)).toEqual([
      'Paragraph 1 → summary',
      '1. Ausgangslage und Problemstellung → problem',
      '2. Analyse der Situation → analysis',
      '3. Durchgeführte Maßnahmen → response',
      '3.1 Nachtbegleitung → response',
      '3.2 Bessere Beleuchtung → response',
      '4. Kooperationspartner → partners',
      '5. Finanzierung und Kosten → cost',
      '6. Personaleinsatz → staff',
      '7. Ergebnisse und Wirkung → results',
      '8. Evaluation → evaluation',
      '9. Lessons Learned → lessons',
      '10. Übertragbarkeit auf andere Kommunen → transfer',
      'Ansprechpartner → nowhere',
    ])
    expect(html).toContain('value="Nachtlicht: Sichere Wege in der Grazer Innenstadt"')
    expect(html).toMatch(/<option value="de"[^>]* selected/)
    expect(html).toMatch(/name="yearStart"[^>]*value="2016"|value="2016"[^>]*name="yearStart"/)
    expect(html).toMatch(/name="concepts\[\]" value="(?:lighting|nightlife)"/)
    expect(html).not.toContain('Sicherheitsbericht der Stadt')
    const page = await ada.page(`/practices/${idIn(landing(answer))}-nachtlicht-sichere-wege-in-der-grazer-innenstadt`)
    expect(page).toContain(name)
    expect(page).toContain('14 sections of a file are waiting')
  })
})

test('taken over, each text stands under its part, moved ones where Ada put them, and nothing waits any more', async () => {
  const path = landing(await bring(fileOf('de-nachtlicht.docx')))
  const choices = choicesOn(await ada.page(path))
  const names = Object.keys(choices)
  const moved = { ...choices, [names[5] ?? '']: 'transfer', [names.at(-1) ?? '']: '' }
  const chosen = { title: 'Nachtlicht', lang: 'de', yearStart: '2016', 'concepts[]': ['lighting'], ...moved }
  const answer = await ada.post(path, chosen)
  expect(answer.status).toBe(303)
  const edit = await form(idIn(path))
  const field = (name: string): string =>
    new RegExp(`name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(edit)?.[1] ?? ''
  expect(field('problem')).toMatch(/^In den Nächten von Freitag/)
  expect(field('response')).toContain('**3.1 Nachtbegleitung**')
  expect(field('response')).not.toContain('Vierzehn Lampen')
  expect(field('transfer')).toMatch(/Vierzehn Lampen[\s\S]*langen Atem/)
  expect(field('summary')).toContain('Seit 2016 begleitet')
  expect(edit).not.toContain('Telefon auf Anfrage')
  const page = await ada.page(landing(answer))
  expect(page).toContain('Before publishing, please add')
  expect(page).toContain('de-nachtlicht.docx')
  expect(page).not.toContain('waiting to be placed')
  expect(await ada.page(path)).toContain('Nothing is waiting')
  expect((await ada.post(path, chosen)).status).toBe(422)
})

test('what was written in the draft meanwhile stays, the section comes below it', async () => {
  const path = landing(await bring(fileOf('fr-mediation.docx')))
  const id = idIn(path)
  const written = { title: 'Médiation', lang: 'fr', audience: '2', problem: 'Déjà écrit.', revision: '1' }
  expect((await ada.post(`/practices/${id}`, written)).status).toBe(303)
  await ada.post(path, { title: 'Médiation', lang: 'fr', ...choicesOn(await ada.page(path)) })
  expect(await form(id)).toMatch(/Déjà écrit\.\s+\*\*1\. Contexte et constats\*\*\s+Les habitants/)
})

test('pasted text without a heading can be placed paragraph by paragraph', async () => {
  const text =
    'Abends mied man den Park, weil es dort dunkel war.\n\nWir haben Lampen aufgestellt und gehen mit.\n\nJetzt gehen wieder mehr Menschen hindurch.'
  const path = landing(await ada.post('/practices/from-file', { text }))
  const html = await ada.page(path)
  expect(proposedOn(html)).toEqual(['Paragraph 1 → nowhere', 'Paragraph 2 → nowhere', 'Paragraph 3 → nowhere'])
  const nothing = await ada.post(path, { title: 'Park', lang: 'de', ...choicesOn(html) })
  expect(nothing.status).toBe(422)
  expect(await nothing.text()).toContain('Please choose a part for at least one section')
  const [first = '', second = '', third = ''] = Object.keys(choicesOn(html))
  const put = { [first]: 'problem', [second]: 'response', [third]: 'results' }
  expect((await ada.post(path, { title: 'Pa', lang: 'de', ...put })).status).toBe(422)
  expect((await ada.post(path, { title: 'Park', lang: 'de', ...put })).status).toBe(303)
})

test('starting from a file leaves alone what was half typed into the form for a new practice', async () => {
  await ada.post('/practices/kept', { title: 'Halb getippt', lang: 'de', audience: '2', of: '' })
  await bring(fileOf('fr-mediation.docx'))
  expect(await ada.page('/practices/new')).toContain('Halb getippt')
})

describe('what cannot be read', () => {
  const truncated = (name: string): File => fileOf(name, fixture(name).slice(0, Math.floor(fixture(name).length * 0.6)))
  const cases: readonly (readonly [string, () => File, RegExp, string])[] = [
    ['a scan', () => fileOf('scanned.pdf'), /pictures of 2 pages, without any text/, 'kept-scanned'],
    ['a protected PDF', () => fileOf('encrypted.pdf'), /protected with a password/, 'kept-encrypted'],
    ['200 pages', () => fileOf('long.pdf'), /about 200 pages; up to 60 can be read/, 'kept-too-long'],
    [
      'half a PDF',
      () => new File(['%PDF-1.7\n1 0 obj\n<< /Type /Cat'], 'x.pdf'),
      /damaged or too complicated/,
      'kept-broken',
    ],
  ]
  test.each(cases)('%s: a clear sentence, and the file kept if wanted', async (_, make, sentence, notice) => {
    const before = kept().length
    const refused = await ada.post('/practices/from-file', { file: make(), text: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(sentence)
    expect(kept().length).toBe(before)
    const answer = await bring(make())
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toContain(notice)
    expect(await ada.page(landing(answer))).toContain(make().name)
    expect(kept().length).toBe(before + 1)
  })

  test('half of a Word or OpenDocument file is refused in a sentence', async () => {
    for (const name of ['de-nachtlicht.docx', 'de-nachtlicht.odt']) {
      const answer = await ada.post('/practices/from-file', { file: truncated(name), text: '' })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(/damaged/)
    }
  })

  test('nothing, both, a picture, an empty file and twenty megabytes of text are told apart, and nothing is stored', async () => {
    const before = kept().length
    const says = async (fields: Record<string, string | File>, sentence: RegExp): Promise<void> => {
      const answer = await ada.post('/practices/from-file', fields)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(sentence)
    }
    await says({ text: '' }, /choose a file or paste a text\./)
    await says({ text: 'Etwas', file: fileOf('de-nachtlicht.docx') }, /not both/)
    await says(
      { text: '', file: new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])], 'x.png') },
      /not a PDF/,
    )
    await says({ text: '', file: new File([' \n\n '], 'leer.txt') }, /no text in this document/)
    await says({ text: '', file: new File(['Wort '.repeat(4_000_000)], 'lang.txt') }, /about [\d,]+ pages/)
    await says({ text: '!!!' }, /no text in this document/)
    expect(kept().length).toBe(before)
  })
})

describe('the sections of Ada’s draft', () => {
  let path = ''
  beforeAll(async () => {
    path = landing(await bring(fileOf('de-nachtlicht.docx')))
  })
  test('are not found by a colleague abroad, a coordinator elsewhere or the office, and ask a visitor to sign in', async () => {
    for (const slug of ['beatriz-ribeirinha-douro', 'assia-verdonnel', 'irena-halvorsdottir-blau']) {
      const other = await town.as(slug)
      expect((await other.get(path)).status).toBe(404)
      expect((await other.post(path, { title: 'Mine', lang: 'de' })).status).toBe(404)
      expect((await other.post(`${path}/removal`)).status).toBe(404)
    }
    expect((await town.visitor.post(path)).status).toBe(401)
    expect((await town.visitor.get('/practices/from-file')).status).toBe(303)
    expect(proposedOn(await ada.page(path))).toHaveLength(14)
  })
  test('are discarded by Ada, while the file stays', async () => {
    const answer = await ada.post(`${path}/removal`)
    expect(answer.status).toBe(303)
    expect(await ada.page(path)).toContain('Nothing is waiting')
    expect(await ada.page(landing(answer))).toContain('de-nachtlicht.docx')
  })
})

test('the twenty-first file within ten minutes has to wait', async () => {
  const answers = []
  for (let count = 0; count < 21; count += 1)
    answers.push((await ada.post('/practices/from-file', { text: '' })).status)
  expect(answers).toEqual([...Array.from({ length: 20 }, () => 422), 429])
})

test('the list of practices offers the way to whoever is signed in', async () => {
  expect(await ada.page('/practices')).toContain('href="/practices/from-file"')
  expect(await town.visitor.page('/practices')).not.toContain('/practices/from-file')
})

test('the empty form offers it too, also when it comes back; the form of a draft does not', async () => {
  expect(await ada.page('/practices/new')).toContain('Or start from a file')
  const refused = await ada.post('/practices', { title: 'A', lang: 'en', audience: '1', step: 'beginning' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Or start from a file')])
  const saved = await ada.post('/practices', { title: 'Begun by hand', lang: 'en', audience: '1', step: 'beginning' })
  const form = await ada.page(`/practices/${/\d+/.exec(landing(saved))?.[0]}/edit?step=beginning`)
  expect(form).toContain('Begun by hand')
  expect(form).not.toContain('Or start from a file')
})

test('what nobody took over for half a year is forgotten; the file stays', async () => {
  const path = landing(await bring(fileOf('fr-mediation.docx')))
  const { system } = town.database
  const roundAfter = async (days: number): Promise<void> => {
    const now = new Date(Date.now() + days * 86_400_000)
    for (const { days = 0, forget } of drafting.retention ?? [])
      await forget?.(system, new Date(now.getTime() - days * 86_400_000))
  }
  await roundAfter(170)
  expect(proposedOn(await ada.page(path))).toHaveLength(13)
  await roundAfter(181)
  expect(await ada.page(path)).toContain('Nothing is waiting')
  expect(await ada.page(`/practices/${idIn(path)}-mediation-de-nuit-dans-le-quartier-de-la-guillotiere`)).toContain(
    'fr-mediation.docx',
  )
})
