// The exported list: read back rightly, run by no spreadsheet.
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('a CSV file', () => {
  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(csvOf(['name'], [['Łódź']])).toBe('\uFEFFname\r\nŁódź\r\n')
  })

  it('quotes commas, quotes and line ends', () => {
    expect(csvOf(['name'], [['Halle, "Saale"\nStadt']])).toContain('"Halle, ""Saale""\nStadt"')
  })

  it('makes text of whatever would be run as a formula', () => {
    for (const evil of ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
      expect(csvOf(['name'], [[evil]]).split('\r\n')[1] ?? '').toMatch(/^"?'/)
  })

  it('keeps numbers as numbers, also negative ones, and nothing as nothing', () => {
    expect(csvOf(['a', 'b'], [[-9.14, null]])).toContain('-9.14,\r\n')
  })
})
