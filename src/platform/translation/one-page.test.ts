// Pieces sent as the paragraphs of one page come back as such, or not at all; whatever a service makes of the page.
import { describe, expect, test } from 'vitest'
import { mostBytes } from './asking.ts'
import { cutPieces, joinPieces } from './one-page.ts'

const pieces = ['Die <span id="1">Stadt</span> &amp; ihr Ordnungsamt', 'Zweiter Satz']

test('what is joined can be cut, also where the service sets marks in its own way', () => {
  expect(cutPieces(joinPieces(pieces), 2)).toEqual(pieces)
  const others = `<html><p>Before</p><P ID=b0 > ${pieces[0]}\n</P >, <p\nid='b1'>${pieces[1]}</p><p>after</p>`
  expect(cutPieces(others, 2)).toEqual(pieces)
})

test.each([
  ['missing', '<p id="b0">one</p>'],
  ['doubled', '<p id="b0">one</p><p id="b0">two</p>'],
  ['in another order', '<p id="b1">one</p><p id="b0">two</p>'],
  ['one too many', '<p id="b0">one</p><p id="b1">two</p><p id="b2">three</p>'],
  ['not closed', '<p id="b0">one</p><p id="b1">two'],
  ['within another', '<p id="b0">one<p id="b1">two</p></p>'],
])('a paragraph that is %s makes the page none', (_, page) => expect(cutPieces(page, 2)).toBeUndefined())

describe('a page of four megabytes', () => {
  const filled = (mark: string): string => mark.repeat(mostBytes / mark.length)

  // Were it read on from each mark to the end of the page, these would be 10¹² steps.
  test.each([
    ['begins', filled('<p id="b0">')],
    ['that end nothing', filled('</p>')],
    ['that hardly end', `<p id="b0">${filled('</p ')}`],
    ['of blanks', `<p ${filled(' ')}`],
    ['that are one another', filled('<p id="b0"></p>')],
  ])('with marks %s is read from mark to mark, once', (_, page) => {
    const places: number[] = []
    // Put there by hand: a spy of the test runner may use expressions itself, and would then call itself.
    const { exec } = RegExp.prototype
    RegExp.prototype.exec = function look(text: string) {
      places.push(this.lastIndex)
      return exec.call(this, text)
    }
    try {
      cutPieces(page, 2)
    } finally {
      RegExp.prototype.exec = exec
    }
    expect(cutPieces(page, 2)).toBeUndefined()
    // Each look begins where the one before it ended.
    expect(places.length).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(new Set(places).size).toBe(places.length)
  })
})
