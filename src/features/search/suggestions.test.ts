// Suggestions while somebody types: concepts in the reader's language, places, titles.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const suggested = async (q: string, lang = 'de'): Promise<string> =>
  (
    await town.visitor.get(`/search/suggestions?${new URLSearchParams({ q })}`, {
      'accept-language': lang,
      'x-fragment': 'suggestions',
    })
  ).text()

test('A concept is offered in the reader’s language and leads to its search', async () => {
  expect(await suggested('angstr')).toContain('<a href="/search?q=Angstraum">Angstraum')
  expect(await suggested('médi', 'fr')).toMatch(/\/search\?q=m%C3%A9diat/)
})

test('A place is offered by any of its names, before titles that only mention it', async () => {
  expect(await suggested('lissab')).toContain('href="/members/pt-lisbon"')
  expect(await suggested('LYO')).toContain('href="/members/fr-lyon"')
})

test('A title is offered by the beginning of any of its words, without accents', async () => {
  expect(await suggested('mediateurs nui')).toMatch(/href="\/practices\/\d+-mediateurs-de-nuit[^"]*"><span lang="fr">/)
})

test('Nothing is offered for nothing, and as a page of its own it stands in the frame', async () => {
  expect(await suggested('')).not.toContain('<li>')
  expect(await suggested('%_\\')).not.toContain('<li>')
  expect(await (await town.visitor.get('/search/suggestions?q=angst')).text()).toMatch(/^<!doctype html>/i)
})
