// Separated values as offices have them: commas, semicolons, tabs, code pages, broken quotes.
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { readCsv } from './read-csv.ts'

const limits = { rows: 501, columns: 100 }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rowsOf = (bytes: Uint8Array, lang = 'de'): readonly (readonly string[])[] => {
  const read = readCsv(bytes, lang, limits)
  if (!read.done) throw new Error(read.refusal)
  return read.value.rows
}
const refusalOf = (bytes: Uint8Array): string | undefined => {
  const read = readCsv(bytes, 'en', limits)
  return read.done ? undefined : read.refusal
}

test('what we write is read as it was, also what a spreadsheet would have run', () => {
  const texts = ['=1+1', "'=1+1", "''@x", '-a', "'quoted'", 'a;b', 'a,b', '"', 'one\ntwo', '\ttab', 'Łódź']
  expect(
    rowsOf(
      utf8(
        csvOf(
          ['text'],
          texts.map((text) => [text]),
        ),
      ),
    ).slice(1),
  ).toEqual(texts.map((text) => [text]))
})

test.each([
  ['commas', 'title,year\r\n"Graz, Lend",2019\r\n'],
  ['semicolons, as a German Excel writes them', 'title;year\r\n"Graz, Lend";2019\r\n'],
  ['tabs', 'title\tyear\n"Graz, Lend"\t2019\n'],
  ['a first line that names the separator', 'sep=;\r\ntitle;year\r\n"Graz, Lend";2019\r\n'],
  ['line ends of old Macs', 'title,year\r"Graz, Lend",2019\r'],
])('%s', (_, text) => {
  expect(rowsOf(utf8(text))).toEqual([
    ['title', 'year'],
    ['Graz, Lend', '2019'],
  ])
})

describe('letters', () => {
  test('of Windows-1252 and, for Polish readers, Windows-1250 are read, and it is said that they were guessed', () => {
    const western = Uint8Array.from([...utf8('title\nM'), 0xfc, ...utf8('llerstra'), 0xdf, ...utf8('e')])
    expect(readCsv(western, 'de', limits)).toEqual({
      done: true,
      value: { rows: [['title'], ['Müllerstraße']], guessed: 'windows-1252' },
    })
    expect(rowsOf(Uint8Array.from([...utf8('title\n'), 0xa3, 0xf3, 0x64, 0x9f]), 'pl')[1]).toEqual(['Łódź'])
  })

  test('of UTF-16, which Excel calls Unicode text', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('title\tyear\nŁódź\t2019', 'utf16le')])
    expect(rowsOf(Uint8Array.from(wide))[1]).toEqual(['Łódź', '2019'])
  })
})

test.each([
  ['nothing', '', 'empty-file'],
  ['only line ends', '\r\n\r\n', 'empty-file'],
  ['NUL', 'title\na\u0000b', 'no-table'],
  ['a quote that is never closed', 'title\n"open', 'broken-quotes'],
  ['a quote in the middle', 'title\nsay "yes', 'broken-quotes'],
  ['a hundred thousand rows', `title\n${'x\n'.repeat(100_000)}`, 'too-many-rows'],
  ['ten thousand columns', `${'a,'.repeat(10_000)}\n`, 'too-many-columns'],
])('refused: %s', (_, text, refusal) => {
  expect(refusalOf(utf8(text))).toBe(refusal)
})
