// What nobody should write, and somebody will: everything is refused in a sentence or stays inert, and what was typed is kept.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})

const ask = async (fields: Record<string, string | readonly string[]>) => {
  const answer = await ada.post('/questions', fields)
  return { status: answer.status, path: answer.headers.get('location') ?? '', page: await answer.text() }
}

test('Ten thousand letters are a question, one more is told how many fit', async () => {
  const long = `Wer hat so lange Texte? ${'a'.repeat(9976)}`
  const fits = await ask({ text: long })
  expect(fits.status).toBe(303)
  expect(fits.path).toMatch(/^\/questions\/\d+-wer-hat-so-lange-texte$/)
  const over = await ask({ text: `${long}b` })
  expect(over.status).toBe(422)
  expect(over.page).toMatch(/10.?000/)
  expect(over.page).toContain(`${'a'.repeat(9976)}b`)
  const looked = await ada.post('/questions/new', { text: long })
  expect(looked.status).toBe(200)
  expect((await ada.get(`/questions/new?text=${'a'.repeat(12_000)}`)).status).toBe(200)
})

test('One word without an end becomes a title that ends', async () => {
  const { status, path } = await ask({ text: 'Donau'.repeat(400) })
  expect(status).toBe(303)
  expect(/<h1[^>]*>([^<]+)</.exec(await ada.page(path))?.[1]?.length).toBeLessThan(130)
})

test('HTML is shown as it was written, in the title, the text, the list and the form', async () => {
  const text = '<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) wer kennt das?'
  const { status, path } = await ask({ text, title: '"><svg onload=alert(4)>' })
  expect(status).toBe(303)
  for (const place of [
    path,
    '/questions',
    `${path.split('-')[0]}/edit`,
    `/questions/new?${new URLSearchParams({ text })}`,
  ]) {
    const page = await ada.page(place)
    expect(page).not.toMatch(/<script>alert|<img src=x|<svg onload|href="javascript:/)
    expect(page).toContain('alert')
  }
})

test('Marks that turn the direction are taken out, so that a title turns nothing around it', async () => {
  const { status, path } = await ask({
    text: '\u202EWer liest das \u2067rückwärts\u2069?',
    title: 'Von\u2028 \u202Erechts\u202C\u200B',
  })
  expect(status).toBe(303)
  for (const place of [path, '/questions']) expect(await ada.page(place)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  expect(await ada.page(path)).toContain('>Von rechts<')
})

test('Pictures, marks and blanks alone are no question, and half a letter breaks nothing', async () => {
  for (const text of [
    '🚲🚲🚲',
    '?!?!?!',
    '\u200B\u200B\u200B\u200B',
    '\u202E\u202E\u202E',
    '   \n  ',
    '\u0000\u0000',
    '\uD83D',
  ]) {
    for (const address of ['/questions', '/questions/new']) {
      const answer = await ada.post(address, { text })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(/Please (?:write what you want to know|put your question into words)\./)
    }
    expect((await ada.get(`/questions/new?${new URLSearchParams({ text })}`)).status).toBe(200)
  }
  expect((await ada.get('/questions/new?text=%FF%FE%ED%A0%80')).status).toBe(200)
})

test('Emoji beside words are welcome', async () => {
  expect((await ask({ text: 'Wer zählt 🚲 am Bahnhof?' })).path).toMatch(/wer-zahlt-am-bahnhof$/)
})

test('Fields that no form has sent are refused in a sentence or passed over', async () => {
  const text = 'Wer schickt solche Felder?'
  const known = { text, before: text, title: 'Wer schickt', lang: 'de', audience: '2' }
  expect((await ask({ ...known, lang: 'xx' })).page).toContain('Please choose the language of the text.')
  expect((await ask({ ...known, lang: '' })).status).toBe(303)
  expect((await ask({ ...known, 'concepts[]': ['no-such', "'; drop table question", 'lighting'] })).status).toBe(303)
  const many = await ask({ ...known, 'concepts[]': Array.from({ length: 400 }, (_, index) => `c${index}`) })
  expect(many.page).toContain('Please choose at most 30 topics.')
  expect((await ask({ ...known, audience: '-1' })).status).toBe(422)
  expect((await ask({ ...known, title: 'x'.repeat(201) })).status).toBe(422)
  expect((await ask({ ...known, revision: 'abc' })).status).toBe(422)
  expect((await ask({ ...known, before: 'x'.repeat(200_000) })).status).toBe(303)
  expect((await ask({ ...known, 'text[]': ['a', 'b'] })).status).toBe(422)
})
