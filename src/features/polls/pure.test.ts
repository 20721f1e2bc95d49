// The rules of polls that need no database: numbers as people type them, items of a form, reminders, days, what answers come to.
import { describe, expect, test } from 'vitest'
import { endOfDay, lastDay } from '#kernel/days.ts'
import { translator } from '#platform/i18n.ts'
import { isMeant } from './asked.ts'
import { hideCities } from './hide-cities.ts'
import { itemsFrom, withAnother } from './items.ts'
import { type Item, mostFiles, mostItems, remindAt } from './poll.ts'
import { tallyOf } from './tally.ts'
import { numberFrom, typedFromValues, valuesFrom } from './values.ts'

const item = (kind: Item['kind'], more: Partial<Item> = {}): Item => ({
  ...{ kind, words: 'x', choices: kind === 'one' || kind === 'several' ? ['a', 'b', 'c'] : [], unit: '' },
  ...{ required: false, ...more },
})

describe('A number', () => {
  test.each([
    ['1.234,5', 'de', 1234.5],
    ['1,234.5', 'en', 1234.5],
    ['1.234', 'de', 1234],
    ['1.234', 'en', 1.234],
    ['1,234', 'en', 1234],
    ['1,234', 'de', 1.234],
    ['1 234,5', 'fr', 1234.5],
    ['1\u202f234', 'fr', 1234],
    ["1'234.5", 'de', 1234.5],
    ['12.5', 'de', 12.5],
    ['-7', 'pl', -7],
    ['−7', 'pl', -7],
    ['0', 'en', 0],
  ])('%s in %s is %d', (typed, lang, number) => expect(numberFrom(typed, lang)).toBe(number))

  test.each(['', 'many', '1.2.3', '1,2345', '1e5', '12 %', '9'.repeat(20), '٣', '--1', '1,23,4'])(
    'is not “%s”',
    (typed) => expect(numberFrom(typed, 'en')).toBeUndefined(),
  )
})

describe('An answer', () => {
  const items = [item('yes-no', { required: true }), item('one'), item('several'), item('number'), item('text')]

  test('goes into the form as it came out of it', () => {
    const typed = { 'item-1': 'no', 'item-2': 'c', 'item-3': ['a', 'c'], 'item-4': '1234,5', 'item-5': 'Words' }
    const { values, issues } = valuesFrom(items, typed, [], 'de')
    expect([values, issues]).toEqual([[false, [2], [0, 2], 1234.5, 'Words'], []])
    expect(typedFromValues(items, values, 'de')).toEqual(typed)
  })

  test('names a choice that there is, each once and in order', () => {
    expect(valuesFrom([item('several')], { 'item-1': ['c', 'a', 'c'] }, [], 'en').values).toEqual([[0, 2]])
    for (const forged of ['3', '-1', '0', 'A', 'd', 'length', 'constructor'])
      expect(valuesFrom([item('one')], { 'item-1': forged }, [], 'en').issues).toHaveLength(1)
  })

  test('without anything in it is none', () => {
    expect(valuesFrom([item('text')], { 'item-1': '  ' }, [], 'en').issues).toEqual([
      { field: '', message: 'polls.issue-nothing' },
    ])
  })

  test('has its file by name, and misses it where it has to be there', () => {
    const file = [item('file', { required: true })]
    expect(valuesFrom(file, { 'item-1': 'forged.pdf' }, [undefined], 'en').issues[0]?.field).toBe('file-1')
    expect(valuesFrom(file, {}, ['rules.pdf'], 'en').values).toEqual(['rules.pdf'])
  })
})

test('Under the Chatham House Rule cities are letters, in an order that is not that of their names or their answers', () => {
  const t = translator('en')
  const answers = Array.from({ length: 60 }, (_, index) => ({
    ...{
      id: index + 1,
      organisationId: index + 1,
      name: `Town ${index}`,
      slug: 'at-town',
      country: 'AT',
      given: ['town.pdf'],
    },
    ...{ staysInside: false, givenAt: new Date(0), changedAt: null, revision: 1, demonstration: false },
  }))
  const hidden = hideCities(t, [item('file')], answers)
  expect([0, 25, 26, 51, 52].map((place) => hidden[place]?.name)).toEqual([
    'City A',
    'City Z',
    'City AA',
    'City AZ',
    'City BA',
  ])
  expect(JSON.stringify(hidden)).not.toMatch(/town|"AT"/i)
  expect(hidden.map(({ id }) => id)).not.toEqual(answers.map(({ id }) => id))
})

describe('The form of a poll', () => {
  test('asks for few files, so that no answer is too large to be taken', () => {
    const files = (count: number) =>
      itemsFrom({
        ...Object.fromEntries(
          Array.from({ length: count }, (_, index) => [
            [`words-${index + 1}`, 'Rules'],
            [`kind-${index + 1}`, 'file'],
          ]).flat(),
        ),
        shown: String(count),
      })
    expect(files(mostFiles).issues).toEqual([])
    expect(files(mostFiles + 1).issues).toEqual([
      { field: `kind-${mostFiles + 1}`, message: 'polls.issue-files-many', values: { most: mostFiles } },
    ])
  })

  test('shows at most twenty items, whatever is sent', () => {
    expect(withAnother({ shown: String(mostItems) })['shown']).toBe(String(mostItems))
    const typed = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        [`words-${index + 1}`, 'x'],
        [`kind-${index + 1}`, 'text'],
      ]).flat(),
    )
    expect(itemsFrom({ ...typed, shown: '999999' }).items).toHaveLength(mostItems)
  })

  test('leaves out items without words, and choices where there is nothing to choose', () => {
    const typed = {
      shown: '3',
      'words-1': 'One',
      'kind-1': 'text',
      'choices-1': 'a\nb',
      'words-3': 'Two',
      'kind-3': 'number',
    }
    expect(itemsFrom(typed).items.map(({ words, choices }) => [words, choices])).toEqual([
      ['One', []],
      ['Two', []],
    ])
  })
})

describe('A reminder', () => {
  const now = new Date('2026-11-01T12:00:00Z')
  test.each([
    ['three-days', '2026-11-21', '2026-11-18T23:00:00.000Z'],
    ['halfway', '2026-11-21', '2026-11-11T17:30:00.000Z'],
    // Three days before would be yesterday: then halfway.
    ['three-days', '2026-11-03', '2026-11-02T17:30:00.000Z'],
  ] as const)('%s until %s comes at %s', (remind, last, at) =>
    expect(remindAt(remind, now, endOfDay(last))?.toISOString()).toBe(at),
  )
  test('never comes where nobody is to be reminded', () => expect(remindAt('never', now, now)).toBeUndefined())
})

test.each([
  ['2026-12-24', '2026-12-24T23:00:00.000Z'],
  ['2026-07-01', '2026-07-01T22:00:00.000Z'],
  // The nights on which the clocks change.
  ['2026-03-28', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', '2026-03-29T22:00:00.000Z'],
  ['2026-10-24', '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', '2026-10-25T23:00:00.000Z'],
])('%s ends in Brussels at %s', (day, end) => {
  expect(endOfDay(day).toISOString()).toBe(end)
  expect(lastDay(endOfDay(day)).getTime()).toBe(Date.parse(end) - 1)
})

test('cities are meant by country and size; whose inhabitants nobody knows is of no size', () => {
  const graz = { id: 1, country: 'AT', population: 300_000 }
  const everybody = { countries: [], sizes: [] }
  expect(isMeant(graz, everybody)).toBe(true)
  expect(isMeant(graz, { countries: ['DE', 'AT'], sizes: ['from-250000'] })).toBe(true)
  expect(isMeant(graz, { countries: ['AT'], sizes: ['from-500000'] })).toBe(false)
  expect(isMeant(graz, { countries: ['DE'], sizes: [] })).toBe(false)
  expect(isMeant({ ...graz, population: null }, everybody)).toBe(true)
  expect(isMeant({ ...graz, population: null }, { countries: [], sizes: ['from-250000'] })).toBe(false)
})

describe('Answers come to', () => {
  test('counts of yes and no, and of every choice', () => {
    expect(tallyOf(item('yes-no'), [true, false, true, null])).toEqual({
      kind: 'counts',
      answered: 3,
      counts: [
        { value: 'yes', count: 2 },
        { value: 'no', count: 1 },
      ],
    })
    const several = tallyOf(item('several'), [[0, 2], [2], null])
    expect(several.kind === 'counts' && several.counts.map(({ count }) => count)).toEqual([1, 0, 2])
  })
  test('the least, the middle and the most of numbers', () => {
    const values = [5, 1, null, 9, 2]
    expect(tallyOf(item('number'), values)).toMatchObject({ answered: 4, least: 1, middle: 3.5, most: 9 })
    expect(tallyOf(item('number'), [7])).toMatchObject({ least: 7, middle: 7, most: 7 })
  })
})
