// What somebody types is read in no time, however it was meant.
import { expect, test } from 'vitest'
import { practiceInput } from './inputs.ts'

const sourcesOf = (sources: string) =>
  practiceInput.parse({ title: 'Walks', lang: 'en', audience: '2', sources }).sources

test('a source is a title, an address, or both, with or without spaces around the bar', () => {
  expect(sourcesOf('Paper | https://a.example/x\nReport|https://b.example\nOnly a title\nhttps://c.example/')).toEqual([
    { title: 'Paper', address: 'https://a.example/x' },
    { title: 'Report', address: 'https://b.example' },
    { title: 'Only a title', address: '' },
    { title: 'https://c.example/', address: 'https://c.example/' },
  ])
})

test('twenty thousand spaces in a source do not keep everybody else waiting', () => {
  const hostile = `a${' '.repeat(19_990)}b`
  const begun = performance.now()
  for (let row = 0; row < 50; row += 1) expect(sourcesOf(hostile)).toEqual([{ title: hostile, address: '' }])
  expect(performance.now() - begun).toBeLessThan(1000)
})
