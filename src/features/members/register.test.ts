// Narrowing, counting and sorting the register.
import { describe, expect, it } from 'vitest'
import { calledOf, inOrder, type Listed, narrow, pageOf, type Wishes } from './register.ts'

const unknown: Omit<Listed, 'called'> = {
  id: 0,
  slug: '',
  name: '',
  names: {},
  localName: '',
  kind: 'municipality',
  country: 'XX',
  population: null,
  populationYear: null,
  latitude: null,
  longitude: null,
  languages: [],
  forumIds: [],
  concepts: [],
  forums: [],
  fields: [],
}

function listed(slug: string, facts: Partial<Listed>): Listed {
  const member = { ...unknown, id: slug.length, slug, name: slug, localName: slug, ...facts }
  return { ...member, called: calledOf(member) }
}
const vienna = listed('Vienna', {
  names: { de: 'Wien', pl: 'Wiedeń' },
  localName: 'Wien',
  country: 'AT',
  population: 1_980_000,
  fields: ['women'],
})
const goerlitz = listed('Görlitz', { country: 'DE', population: 56_000, forums: ['forum-germany'] })
const lodz = listed('Łódź', { names: { de: 'Lodsch' }, country: 'PL', population: 655_000, fields: ['women', 'youth'] })
const zurich = listed('Zürich', { country: 'CH' })
const all = [zurich, vienna, lodz, goerlitz]
const nothing: Wishes = { q: '', country: [], forum: [], size: [], field: [] }
const slugs = (wishes: Partial<Wishes>, lang: 'de' | 'en' | 'pl' = 'en') =>
  narrow(inOrder(all, lang), { ...nothing, ...wishes }).found.map(({ slug }) => slug)

describe('the register', () => {
  it('stands in the order of the reader’s alphabet', () => {
    expect(slugs({}, 'de')).toEqual(['Görlitz', 'Łódź', 'Vienna', 'Zürich'])
    expect(slugs({}, 'pl')).toEqual(['Görlitz', 'Łódź', 'Vienna', 'Zürich'])
  })

  it('finds Vienna by its name in any language, with or without accents', () => {
    for (const q of ['wien', 'Wieden', 'WIEDEŃ', 'vienn']) expect(slugs({ q })).toEqual(['Vienna'])
  })

  it('narrows by several filters at once', () => {
    expect(slugs({ field: ['women'], size: ['from-500000'], country: ['PL', 'DE'] })).toEqual(['Łódź'])
  })

  it('finds nothing for signs that are in no name', () => {
    expect(slugs({ q: '%_\\' })).toEqual(slugs({}))
    expect(slugs({ q: 'atlantis' })).toEqual([])
  })

  it('counts each filter without its own choice, so that another one can be added', () => {
    const counts = narrow(all, { ...nothing, country: ['AT'], field: ['women'] }).counts
    expect([...counts.country]).toEqual([
      ['AT', 1],
      ['PL', 1],
    ])
    expect([...counts.field]).toEqual([['women', 1]])
  })

  it('leaves Zürich, whose size is unknown, out of every size', () => {
    expect([...narrow(all, nothing).counts.size.values()].reduce((sum, count) => sum + count)).toBe(3)
  })

  it('gives an empty page beyond the end', () => {
    expect(pageOf(narrow(all, nothing).found, 9)).toMatchObject({ items: [], total: 4, number: 9 })
  })
})
