// What a member is called, and how large it counts.
import { describe, expect, it } from 'vitest'
import { forumName, memberName, sizeClassOf } from './member.ts'

describe('a member', () => {
  it('is called as the reader says it, else as it calls itself', () => {
    const wien = { name: 'Vienna', names: { de: 'Wien' } as const }
    expect([memberName(wien, 'de'), memberName(wien, 'fr')]).toEqual(['Wien', 'Vienna'])
  })

  it('falls into exactly one class of size, lower end included', () => {
    expect([49_999, 50_000, 100_000, 249_999, 250_000, 5_000_000].map(sizeClassOf)).toEqual([
      'below-50000',
      'from-50000',
      'from-100000',
      'from-100000',
      'from-250000',
      'from-500000',
    ])
    expect(sizeClassOf(null)).toBeUndefined()
  })
})

describe('a forum', () => {
  it('has a name in every language, if need be its address', () => {
    const forum = { slug: 'forum-spain', names: { en: 'Spanish Forum', es: 'Foro español' } as const }
    expect([forumName(forum, 'es'), forumName(forum, 'nl'), forumName({ slug: 'x', names: {} }, 'de')]).toEqual([
      'Foro español',
      'Spanish Forum',
      'x',
    ])
  })
})
