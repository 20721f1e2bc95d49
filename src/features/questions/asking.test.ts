// Asking: what is proposed, what may answer it already, what is kept; and the way there from a search that found nothing.
import { describe, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { ask, text } from './fixtures.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const beatriz = await town.as('beatriz-ribeirinha-douro')

describe('Asking', () => {
  test('takes one field: title, language, topics and readers follow from it', async () => {
    const path = await ask(ada, { text })
    expect(path).toMatch(/^\/questions\/\d+-wie-plant-ihr-die-beleuchtung/)
    const page = await beatriz.page(path)
    expect(page).toContain('<h1 lang="de">Wie plant ihr die Beleuchtung einer Unterführung?</h1>')
    expect(page).toContain('<strong>mehr Licht</strong>')
    expect(page).toContain('TLP:GREEN')
    expect(page).toContain('/questions?concept=lighting')
    expect(page).toMatch(/state-new">Open</)
    expect(await beatriz.page('/questions')).toContain(path)
  })

  test('begins with the words that were searched for, and proposes the rest at once', async () => {
    const page = await ada.page(`/questions/new?${new URLSearchParams({ text })}`)
    expect(page).toContain(text)
    expect(page).toContain('value="Wie plant ihr die Beleuchtung einer Unterführung?"')
    expect(page).toMatch(/<option value="de" selected/)
    expect(page).toContain('Language: German. Topics: ')
  })

  test('shows at most five things that may already answer it, before anything is sent', async () => {
    const answer = await ada.post('/questions/new', { text: 'Who has street lighting and safe underpasses?' })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    const perhaps = /id="perhaps">.*?<\/ul>/s.exec(page)?.[0] ?? ''
    expect([...perhaps.matchAll(/<li>/g)].length).toBeGreaterThan(0)
    expect([...perhaps.matchAll(/<li>/g)].length).toBeLessThanOrEqual(5)
    expect(perhaps).toContain('target="_blank"')
    expect(perhaps).not.toContain('/members/')
    expect(await ada.page('/questions')).not.toContain('Who has street lighting')
  })

  test('twice by a double click asks once', async () => {
    const form = await ada.page('/questions/new?text=Doppelt+gefragt%2C+einmal+gestellt')
    const once = /name="once" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const sent = { text: 'Doppelt gefragt, einmal gestellt', title: 'Doppelt gefragt', once }
    const paths = await Promise.all([ask(ada, sent), ask(ada, sent)])
    expect(paths[0]).toBe(paths[1])
    expect((await ada.page('/questions')).match(/doppelt-gefragt"/g)).toHaveLength(1)
  })

  test('without words comes back with one sentence, and with a wrong field keeps everything', async () => {
    const empty = await ada.post('/questions', { text: '' })
    expect(empty.status).toBe(422)
    const page = await empty.text()
    expect(page).toContain('Please write what you want to know.')
    expect(page).not.toContain('Please give a title')
    const wrong = await ada.post('/questions', {
      text,
      before: text,
      title: 'x',
      lang: 'de',
      'concepts[]': ['lighting'],
      audience: '1',
    })
    const again = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(again).toContain('Please give a title of at least three characters.')
    expect(again).toContain(text)
    expect(again).toMatch(/value="lighting" checked/)
    expect(again).toMatch(/<option value="1" selected/)
  })

  test('with a text that is too long, or none any more, keeps the other fields as well', async () => {
    const rest = { before: text, title: 'Mein Titel', lang: 'fr', 'concepts[]': ['lighting'], audience: 'persons' }
    for (const [address, words] of [
      ['/questions', 'a'.repeat(10_001)],
      ['/questions/new', 'a'.repeat(10_001)],
      ['/questions', ''],
      ['/questions/new', ''],
    ] as const) {
      const answer = await ada.post(address, { ...rest, text: words, persons: 'Jonte Pfalzgräfer' })
      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(page).toContain('value="Mein Titel"')
      expect(page).toMatch(/<option value="fr" selected/)
      expect(page).toMatch(/value="lighting" checked/)
      expect(page).toMatch(/<option value="persons" selected/)
      expect(page).toContain('Jonte Pfalzgräfer</textarea>')
    }
  })

  test('is for persons of member cities: an office may not, a visitor signs in and comes back', async () => {
    const office = await town.as('irena-halvorsdottir-blau')
    expect((await office.get('/questions/new')).status).toBe(403)
    expect((await office.post('/questions', { text })).status).toBe(403)
    expect((await town.visitor.post('/questions', { text })).status).toBe(401)
    const to = (await town.visitor.get('/questions/new?text=Licht')).headers.get('location')
    expect(to).toBe(`/sign-in?next=${encodeURIComponent('/questions/new?text=Licht')}`)
  })
})

describe('A search that finds nothing', () => {
  test('leads whoever may ask to the question, with the words in it', async () => {
    const page = await ada.page('/search?q=qqqqzzzz+xxyyzz')
    expect(page).toContain('href="/questions/new?text=qqqqzzzz+xxyyzz"')
    expect(page).toContain('Ask your colleagues in other cities')
    expect(await ada.page('/questions/new?text=qqqqzzzz+xxyyzz')).toContain('qqqqzzzz xxyyzz</textarea>')
  })

  test('tells a visitor who could know, and leads through signing in', async () => {
    const page = await town.visitor.page('/search?q=qqqqzzzz+xxyyzz')
    expect(page).toContain('Persons of member cities can ask their colleagues here.')
    expect(page).toContain('Sign in and ask')
  })

  test('offers nothing to whoever may not ask, nor where only the filters leave nothing', async () => {
    const office = await town.as('irena-halvorsdottir-blau')
    expect(await office.page('/search?q=qqqqzzzz')).not.toContain('/questions/new')
    expect(await ada.page('/search?q=lighting&country=GR&evidence=5')).not.toContain('/questions/new?text')
  })

  test('offers it below the last answer too, to persons', async () => {
    expect(await ada.page('/search?q=lighting')).not.toContain('/questions/new?text')
    const last = (await ada.get('/search?q=lighting&page=50')).headers.get('location') ?? ''
    expect(await ada.page(last)).toContain('/questions/new?text=lighting')
    expect(await town.visitor.page(last)).not.toContain('/questions/new')
  })
})
