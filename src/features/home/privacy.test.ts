// The data protection page says whither what is searched for goes, where it goes anywhere.
import { expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import type { Meaning } from '#platform/embedding/embedder.ts'
import { openTown } from '../../../testing/app.ts'

const meaning = (sentTo: string | undefined, reach: Meaning['reach'] = 'public'): Meaning => ({
  embedder: { model: 'small', embed: async () => [] },
  ...{ reach, sentTo, vectorOf: async () => undefined, complain: () => undefined },
})
const pageOf = async (given?: Meaning, lang = 'en'): Promise<string> => {
  const town = await openTown('empty', 'http://localhost', given)
  return (await town.visitor.get('/privacy', { 'accept-language': lang })).text()
}
const nothing = 'None of it goes to third parties'

test('Without an embedder, or with one on this machine, nothing goes to third parties', async () => {
  for (const given of [undefined, meaning(undefined)]) {
    const html = await pageOf(given)
    expect(html).toContain(nothing)
    expect(html).not.toContain('id="meaning"')
  }
})

test('With one elsewhere the page names it, and what it is sent', async () => {
  const html = await pageOf(meaning('models.example.org'))
  expect(html).not.toContain(nothing)
  expect(html).toContain('<strong>models.example.org</strong>: the words you search for, and the texts that everybody')
  expect(await pageOf(meaning('models.example.org', 'all'))).toContain('except those marked TLP:RED')
})

test.each(languages)('It says so in %s', async (lang) => {
  expect(await pageOf(meaning('models.example.org'), lang)).toMatch(/<strong>models\.example\.org<\/strong>/)
})
