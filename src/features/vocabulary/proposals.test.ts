// Somebody misses a word: they propose it, the network reads it, and bad input comes back with a sentence at the field.
import { describe, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { idIn, proposeConcept, proposeWord } from './fixtures.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const beatriz = await town.as('beatriz-ribeirinha-douro')

const word = { concept: 'lighting', label: 'Funzelwerk', lang: 'de', reason: '' }
const refused = async (form: 'label' | 'concept', fields: Record<string, string>): Promise<string> => {
  const answer = await ada.post(`/proposals/${form}`, fields)
  expect(answer.status).toBe(422)
  return answer.text()
}

describe('a word for a concept', () => {
  test('is read, discussed and listed by the whole network, with “who can see this”', async () => {
    const path = await proposeWord(ada, { label: 'Lichtermeer' })
    expect(path).toMatch(/^\/proposals\/\d+-lichtermeer$/)
    const page = await beatriz.page(path)
    for (const part of [
      '<h1 lang="de">Lichtermeer</h1>',
      'href="/thesaurus/lighting"',
      'We say it so.',
      'TLP:GREEN',
      'Waiting',
    ])
      expect(page).toContain(part)
    expect(await beatriz.page('/proposals')).toContain('Lichtermeer')
    expect(await beatriz.page('/thesaurus/lighting')).toContain(path)
    expect((await beatriz.post(`/contributions/${idIn(path)}/replies`, { text: 'In Porto too?' })).status).toBe(303)
    expect(await ada.page(path)).toContain('In Porto too?')
    expect((await beatriz.get(`/contributions/${idIn(path)}/visibility`)).status).toBe(200)
  })

  test('is asked for by the name of the concept, in any language', async () => {
    await proposeWord(ada, { concept: 'Straßenbeleuchtung', label: 'Gasglanz' })
    await proposeWord(ada, { concept: 'iluminación pública', label: 'Gasglimmen' })
    const page = await ada.page('/thesaurus/lighting')
    for (const label of ['Gasglanz', 'Gasglimmen']) expect(page).toContain(label)
  })

  test('comes back where the concept has it, or another one, whatever its capitals and accents', async () => {
    expect(await refused('label', { ...word, label: 'STRASSENBELEUCHTUNG' })).toContain(
      '“street lighting” has this word already.',
    )
    const other = await refused('label', { ...word, label: 'Jugendbande' })
    expect(other).toContain('This word already belongs to “youth gang”.')
    expect(other).toMatch(/id="label-error"/)
    expect(other).toContain('value="Jugendbande"')
  })

  test.each([
    ['an unknown concept', { concept: 'no such concept' }, 'concept', 'Please give a concept that is in the thesaurus'],
    ['no concept', { concept: ' ' }, 'concept', 'Please give a concept that is in the thesaurus'],
    ['no word', { label: ' \u202E ' }, 'label', 'Please write the word'],
    ['no letter', { label: '112 !' }, 'label', 'Please write the word'],
    ['two words at once', { label: 'Licht; Lampe' }, 'label', 'one word at a time'],
    ['10,000 letters', { label: 'x'.repeat(10_000) }, 'label', '80'],
    ['no language', { lang: 'xx' }, 'lang', 'Please choose one of the languages'],
    ['a reason without end', { reason: 'x'.repeat(3000) }, 'reason', '2,000'],
  ])('with %s comes back with a sentence at the field', async (_, fields, field, sentence) => {
    const html = await refused('label', { ...word, ...fields })
    expect(html).toContain(`id="${field}-error"`)
    expect(html).toContain(sentence)
  })

  test('may hold anything that people write: it is shown as text, in one line and without invisible marks', async () => {
    const hostile = `  <b>Licht</b>\n\u202E"'); drop table person;-- \\`.replaceAll(';', ',')
    const path = await proposeWord(ada, { label: hostile, reason: '<script>alert(1)</script>' })
    const page = await beatriz.page(path)
    expect(page).toContain('&lt;b&gt;Licht&lt;/b&gt; &quot;&#39;), drop table person')
    expect(page).not.toMatch(/<b>Licht|<script>alert|\u202E/)
    expect((await beatriz.page('/proposals')).includes('<b>Licht')).toBe(false)
  })

  test('sent twice by a double click is one proposal', async () => {
    const once = /name="once" value="([^"]+)"/.exec(await ada.page('/proposals/label?concept=lighting'))?.[1] ?? ''
    const fields = { ...word, label: 'Doppelklicklicht', once }
    const [one, other] = await Promise.all([ada.post('/proposals/label', fields), ada.post('/proposals/label', fields)])
    expect(one.headers.get('location')).toBe(other.headers.get('location'))
  })
})

describe('a concept', () => {
  test('stands below another one, with what it means', async () => {
    const page = await beatriz.page(await proposeConcept(ada))
    for (const part of [
      'Gesprächsinsel',
      'talking island',
      'A place to sit and talk.',
      'href="/thesaurus/public-space"',
    ])
      expect(page).toContain(part)
  })

  test.each([
    ['what it means', { meaning: '' }, 'meaning', 'Please say in a sentence what it means.'],
    ['a place', { concept: 'nowhere' }, 'concept', 'Please give a concept'],
    [
      'a new English word',
      { english: 'Street Lighting' },
      'english',
      'This word already belongs to “street lighting”.',
    ],
    ['an English name of its own', { english: 'Lighting!' }, 'english', 'There is already a concept of this name'],
  ])('without %s comes back with a sentence at the field', async (_, fields, field, sentence) => {
    const whole = { concept: 'public-space', label: 'Sitzinsel', lang: 'de', english: '', meaning: 'x', reason: '' }
    const html = await refused('concept', { ...whole, ...fields })
    expect(html).toContain(`id="${field}-error"`)
    expect(html).toContain(sentence)
  })
})

describe('taking back', () => {
  test('its author does, while nobody has decided; a colleague of another city does not', async () => {
    const path = await proposeWord(ada, { label: 'Schnellwieder' })
    expect((await beatriz.post(`/proposals/${idIn(path)}/withdrawal`)).status).toBe(403)
    expect((await ada.post(`/proposals/${idIn(path)}/withdrawal`)).status).toBe(303)
    expect((await beatriz.get(path)).status).toBe(410)
    expect(await beatriz.page('/proposals')).not.toContain('Schnellwieder')
  })
})

test('a field left empty is told once above the form and once beside it', async () => {
  const html = await (await ada.post('/proposals/label', { concept: 'lighting', label: '', lang: 'de' })).text()
  expect(html.match(/Please write the word, with at least two letters/g)).toHaveLength(2)
})

test('a word that was looked up in vain is taken along into the form', async () => {
  expect(await ada.page('/proposals/concept?label=Nirgendwort&lang=fi')).toContain('<option value="fi" selected')
  expect(await ada.page('/proposals/concept?label=%22Nirgendwort%3Cb%3E&lang=xx')).toContain(
    'value="&quot;Nirgendwort&lt;b&gt;"',
  )
})

test('a visitor is asked to sign in; who is not of the network proposes nothing', async () => {
  for (const path of ['/proposals', '/proposals/label', '/proposals/concept'])
    expect((await town.visitor.get(path)).status).toBe(303)
  expect((await town.visitor.post('/proposals/label', word)).status).toBe(401)
})
