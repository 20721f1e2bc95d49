// Two people at one practice: what only one of them changed is kept, what both changed is put before them.
import { expect, test } from 'vitest'
import { changedFields, contentOf, joinContents, type PracticeContent } from './content.ts'
import { partNames } from './practice.ts'

const base: PracticeContent = {
  ...{ title: 'Night walks', summary: 'Walks.', lang: 'en', concepts: ['youth'] },
  ...(Object.fromEntries(partNames.map((name) => [name, ''])) as Record<(typeof partNames)[number], string>),
  ...{ measuredWhen: '', yearStart: 2020, yearEnd: null, evidence: 1, sources: [] },
}

test('Ada changes the cost, Anton the results: both are kept', () => {
  const joined = joinContents(base, { ...base, cost: '5,000 €' }, { ...base, results: 'Fewer complaints.' })
  expect(joined.conflicts).toEqual([])
  expect(changedFields(base, joined.content)).toEqual(['cost', 'results'])
})

test('both change the title differently: nobody is overwritten, the fields are named', () => {
  const joined = joinContents(base, { ...base, title: 'Evening walks' }, { ...base, title: 'Dusk walks' })
  expect(joined.conflicts).toEqual(['title'])
})

test('both change it alike, or one undoes what the other did not touch: no conflict', () => {
  const both = { ...base, title: 'Evening walks' }
  expect(joinContents(base, both, both).conflicts).toEqual([])
  expect(joinContents(both, both, base).content.title).toBe('Night walks')
})

test('the order of concepts and the line ends of a browser are no change', () => {
  const before = { ...base, concepts: ['youth', 'school'], problem: 'a\nb' }
  expect(changedFields(before, { ...before, concepts: ['school', 'youth'], problem: 'a\r\nb' })).toEqual([])
  expect(contentOf(before)).toEqual(before)
})
