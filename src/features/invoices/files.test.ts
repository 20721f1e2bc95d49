// The files of the books: documents that are always the same, the archive of a year, the journal whose sums are right.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { CommandFailed } from '#platform/feature.ts'
import { openTown } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import { commands } from './commands.ts'
import { listRows, makeInvoices, openBooks, type Row } from './fixtures.ts'

const town = await openTown()
const irena = await town.as('irena-halvorsdottir-blau')
let rows: readonly Row[]
beforeAll(async () => {
  await openBooks(town)
  await makeInvoices(irena, 2026)
  const city = (await listRows(town)).find(({ slug }) => slug === 'de-kaiserslautern')
  await irena.post(`/invoices/${city?.id}/credit-note`, { reason: '=cmd|calc' })
  rows = await listRows(town)
})
const bytesOf = async (path: string): Promise<Buffer> => Buffer.from(await (await irena.get(path)).arrayBuffer())

test('a document is a file of its own name, kept by nobody on the way, and the same whenever it is drawn', async () => {
  const [first] = rows
  const answer = await irena.get(`/invoices/${first?.id}/document.pdf`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="2026-0001.pdf"')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const [one, other] = [Buffer.from(await answer.arrayBuffer()), await bytesOf(`/invoices/${first?.id}/document.pdf`)]
  expect(one.equals(other)).toBe(true)
  const ubl = (await bytesOf(`/invoices/${first?.id}/ubl.xml`)).toString()
  expect(ubl).toContain('<cbc:ID>2026-0001</cbc:ID>')
  expect((await bytesOf(`/invoices/${first?.id}/cii.xml`)).toString()).toContain('1000.00')
})

test('the archive holds a PDF and an XML of each invoice and credit note, and opens', async () => {
  const files = unzipSync(await bytesOf('/invoices/years/2026/documents.zip'))
  const names = rows.flatMap(({ number, slug }) => [`${number}-${slug}.pdf`, `${number}-${slug}.xml`])
  expect(Object.keys(files)).toEqual(names)
  const pdf = await bytesOf(`/invoices/${rows[4]?.id}/document.pdf`)
  expect(Buffer.from(files['2026-0005-de-kaiserslautern.pdf'] ?? []).equals(pdf)).toBe(true)
})

test('the journal has a line for each, amounts that add up, and what is passed on', async () => {
  const [head = '', ...lines] = (await bytesOf('/invoices/years/2026/journal.csv'))
    .toString()
    .slice(1)
    .trim()
    .split('\r\n')
  const columns = head.split(',')
  const cells = lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [columns[index], value])))
  expect(
    cells.map((one) => [one['number'], one['kind'], one['total'], one['corrects'], one['share_forum_germany']]),
  ).toEqual([
    ['2026-0001', 'invoice', '1000', '', '0'],
    ['2026-0002', 'invoice', '1000', '', '500'],
    ['2026-0003', 'invoice', '1000', '', '500'],
    ['2026-0004', 'invoice', '1000', '', '500'],
    ['2026-0005', 'credit-note', '-1000', '2026-0003', '-500'],
  ])
  expect(cells.reduce((sum, one) => sum + Number(one['total']), 0)).toBe(3000)
})

const command = async (...args: string[]): Promise<string[]> => {
  const printed: string[] = []
  const parts = testJobs(town.database.system, town.dataDir)
  await commands[0]?.run(args, { ...parts, print: (line) => void printed.push(line) })
  return printed
}
const folder = mkdtempSync(join(tmpdir(), 'vicinia-invoices-'))

test('the command writes the three documents of the invoice that is valid, by the name that was asked for', async () => {
  const printed = await command('--member', 'mannheim', '--year', '2026', '--out', folder)
  expect(printed.at(-1)).toContain('2026-0004')
  expect(readdirSync(folder).sort()).toEqual(['mannheim-2026.cii.xml', 'mannheim-2026.pdf', 'mannheim-2026.ubl.xml'])
  const page = await bytesOf(`/invoices/${rows[3]?.id}/document.pdf`)
  expect(readFileSync(join(folder, 'mannheim-2026.pdf')).equals(page)).toBe(true)
})

test.each([
  [
    'was taken back',
    ['--member', 'kaiserslautern', '--year', '2026', '--out', folder],
    'de-kaiserslautern has no invoice for 2026 that is valid',
  ],
  ['never was', ['--member', 'de-mannheim', '--year', '2019', '--out', folder], 'de-mannheim has no invoice for 2019'],
  ['is of nobody', ['--member', 'nowhere', '--year', '2026', '--out', folder], 'There is no member nowhere'],
  [
    'is of no forum',
    ['--member', 'mannheim', '--year', '2026', '--out', folder, '--forum', 'forum-x'],
    'There is no forum forum-x',
  ],
  ['is asked for without a year', ['--member', 'mannheim', '--out', folder], 'Usage: invoice --member'],
])('an invoice that %s ends in one clear sentence', async (_, args, sentence) => {
  const outcome = command(...args)
  await expect(outcome).rejects.toThrow(CommandFailed)
  await expect(outcome).rejects.toThrow(sentence)
})
