// Differences between two texts, as shown to whoever must choose between them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differencesOf } from './differences.ts'

test('What was exchanged is named word by word, what stayed is kept together', () => {
  expect(differencesOf('Wir gehen am Montag.', 'Wir gehen am Freitag.')).toEqual([
    { kind: 'same', text: 'Wir gehen am ' },
    { kind: 'removed', text: 'Montag' },
    { kind: 'added', text: 'Freitag' },
    { kind: 'same', text: '.' },
  ])
})

test('Whatever the texts, the pieces make up both of them', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (before, after) => {
      const pieces = differencesOf(before, after)
      const without = (kind: string): string =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ text }) => text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})
