// Workbooks: what we write another program reads as it was, and what is brought cannot make us unpack a bomb.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Cell } from './csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { xlsxPieces } from './write-xlsx.ts'

const limits = { rows: 501, columns: 100 }

async function workbookOf(...rows: Cell[][]): Promise<Uint8Array> {
  const pages = async function* () {
    yield rows
  }
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxPieces('Graz [2026]: a/b', ['title', 'year'], pages())) pieces.push(piece)
  return Uint8Array.from(Buffer.concat(pieces))
}

/** A workbook as an attacker makes it: only the sheet is theirs. */
async function withSheet(rows: string, before = ''): Promise<Uint8Array> {
  const { unzipSync } = await import('fflate')
  const sheet = `${before}<worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`
  return zipSync({ ...unzipSync(await workbookOf()), 'xl/worksheets/sheet1.xml': strToU8(sheet) })
}
const refusalOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const begun = process.cpuUsage()
  const read = await readXlsx(bytes, limits)
  // Work, not time: the machine may be busy with others.
  expect(process.cpuUsage(begun).user).toBeLessThan(4_000_000)
  return read.done ? undefined : read.refusal
}

test('letters, lines, signs and what looks like a formula come back as they were; numbers are numbers', async () => {
  const texts = ['Łódź & <Söhne>', 'one\ntwo', '=1+1', "'=1", '_x0041_', '  kept between  words', '-police', '1e5']
  const read = await readXlsx(await workbookOf(...texts.map((text): Cell[] => [text, 2019])), limits)
  if (!read.done) throw new Error(read.refusal)
  expect(read.value.rows.slice(1).map((row) => row[0])).toEqual(texts.map((text) => text.trim()))
  expect(read.value.rows[1]?.[1]).toBe('2019')
})

test('controls that XML cannot hold are left out, and the file can still be opened', async () => {
  const read = await readXlsx(await workbookOf(['a\u0001b\ud800c', null]), limits)
  expect(read.done && read.value.rows[1]?.[0]).toBe('ab\ufffdc')
})

describe('refused in a moment', () => {
  test('a bomb: gigabytes of nothing in a small file', async () => {
    expect(await refusalOf(await withSheet(' '.repeat(60_000_000)))).toBe('broken-file')
  })

  test('a list of parts that promises less than there is', async () => {
    const bytes = Buffer.from(await withSheet(' '.repeat(15_000_000)))
    const central = bytes.lastIndexOf('PK\u0001\u0002')
    bytes.writeUInt32LE(100, central + 24)
    expect(await refusalOf(Uint8Array.from(bytes))).toBe('broken-file')
  })

  test('entities that unfold', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    expect(await refusalOf(await withSheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>', bomb))).toBe(
      'broken-file',
    )
  })

  test('one cell at the far end of the sheet, however it is written', async () => {
    expect(await refusalOf(await withSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe(
      'too-many-rows',
    )
    expect(await refusalOf(await withSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('too-many-columns')
    for (const sly of [
      `r='99999999'`,
      'r="&#57;9999999"',
      'x=">" r="99999999"',
      'r="1" r="99999999"',
      'x="<" r="99999999"',
    ])
      expect(await refusalOf(await withSheet(`<row ${sly}><c r="A1"><v>1</v></c></row>`))).toBe('broken-file')
  })

  test('a hundred thousand rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`)
    expect(await refusalOf(await withSheet(rows.join('')))).toBe('too-many-rows')
  })

  test('twenty million signs that begin cells and never end one', async () => {
    expect(await refusalOf(await withSheet('<c '.repeat(6_000_000)))).toBe('too-many-rows')
  })

  test('a tag with a million attributes, in whichever part', async () => {
    const { unzipSync } = await import('fflate')
    const tag = `<si ${Array.from({ length: 1_000_000 }, (_, number) => `a${number}="x"`).join(' ')}/>`
    const strings = strToU8(`<sst xmlns="x">${tag}</sst>`)
    const begun = performance.now()
    expect(
      await refusalOf(zipSync({ ...unzipSync(await workbookOf(['title'])), 'xl/sharedStrings.xml': strings })),
    ).toBe('broken-file')
    expect(performance.now() - begun).toBeLessThan(2500)
  })

  test('a zip that is no workbook, and half of one', async () => {
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('broken-file')
    expect(await refusalOf((await workbookOf(['a', 1])).slice(0, 300))).toBe('broken-file')
  })
})

test('the looks of empty cells down to the last row of the sheet are no rows', async () => {
  const looks = '<row r="1048576" s="1"/><row r="1048577"><c r="A1048577" s="1"/></row>'
  const read = await readXlsx(await withSheet(`<row r="1"><c r="A1"><v>1</v></c></row>${looks}`), limits)
  expect(read.done && read.value.rows).toEqual([['1']])
})

test('a workbook of another program, with shared strings, dates, truths and empty cells, is read', async () => {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const day = { value: new Date('2024-05-06T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }
  const rows = [
    ['title', 'year', 'day', 'true', 'title'],
    ['Łódź', 2019, day, true, null],
    [null, 0.5, null, false, 'Łódź'],
  ]
  const read = await readXlsx(Uint8Array.from(await writeExcelFile(rows as never).toBuffer()), limits)
  expect(read.done && read.value.rows).toEqual([
    ['title', 'year', 'day', 'true', 'title'],
    ['Łódź', '2019', '2024-05-06', 'true', ''],
    ['', '0.5', '', 'false', 'Łódź'],
  ])
})
