// A practice on paper: two A4 sheets at most, with everything that was told, its label on every sheet, and nothing to press.

import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street } from '../../../testing/browser.ts'
import { partNames } from './practice.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

interface Printed {
  readonly sheets: readonly string[]
  /** In points. */
  readonly width: number
  readonly height: number
}

async function print(page: Page): Promise<Printed> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
  const { text } = await extractText(pdf)
  return { sheets: text, width: Math.round(width), height: Math.round(height) }
}

/** Words of the frame, of buttons, of forms, of the discussion. */
const notForPaper = [
  ...[
    'Home',
    'Members',
    'Search',
    'Sign in',
    'Menu',
    'Skip',
    'Privacy',
    'Keyboard',
    'Compare',
    'Edit',
    'Watch',
    'Withdraw',
  ],
  ...['Questions and replies', 'Your question', 'Send', 'Related practices', 'Who can see', 'Attach', 'Upload'],
]
const expectClean = ({ sheets, width, height }: Printed): void => {
  expect({ width, height }).toEqual({ width: 595, height: 842 })
  expect(sheets.length).toBeLessThanOrEqual(2)
  for (const words of notForPaper) expect(sheets.join('\n')).not.toMatch(new RegExp(`^${words}`, 'm'))
}

test('the longest practice of the demonstration fits on two sheets, with its sources and its address', async () => {
  const { rows } = await sql<{ id: number; title: string; sources: { address: string }[] }>`
    select c.id, c.title, p.sources from practice p join contribution c on c.id = p.contribution_id
    where c.audience_id = 1 and c.state = 'published' order by length(p::text) desc limit 1`.execute(
    street.town.database.system,
  )
  const [longest] = rows
  const visitor = await street.open({ script: false })
  await visitor.goto(`/practices/${longest?.id}`)
  const printed = await print(visitor)
  expectClean(printed)
  const all = printed.sheets.join(' ').replaceAll(/\s+/g, '')
  expect(all).toContain(visitor.url().replaceAll(/\s+/g, ''))
  for (const { address } of longest?.sources ?? []) expect(all).toContain(address)
  for (const sheet of printed.sheets) expect(sheet).toContain('TLP:CLEAR')
  await visitor.context().close()
  street.expectWell()
})

const sentence = 'Die Stadt ging mit den Leuten aus dem Viertel hin, sah nach und schrieb auf, was fehlte. '

test('a practice that tells everything fits on two sheets; the label of the network stands on both', async () => {
  const ada = await street.town.as('ada-lindmoser', 'en')
  const network =
    /<option value="(\d+)"[^>]*>All members of the network/.exec(await ada.page('/practices/import'))?.[1] ?? ''
  const told = Object.fromEntries(partNames.map((name) => [name, sentence.repeat(name === 'response' ? 12 : 5)]))
  const fields = { title: 'Gemeinsam nachsehen', summary: sentence, lang: 'de', evidence: '2', audience: network }
  const sources =
    'Evaluation 2024 | https://stadt.example/evaluation-2024\nBericht 2025 | https://stadt.example/bericht-2025'
  const answer = await ada.post('/practices', {
    ...told,
    ...fields,
    sources,
    yearStart: '2019',
    'concepts[]': ['lighting'],
  })
  const id = /\d+/.exec(answer.headers.get('location') ?? '')?.[0]
  expect((await ada.post(`/practices/${id}/publication`)).status).toBe(303)
  const page = await street.open({ person: 'ada-lindmoser' })
  await page.goto(`/practices/${id}`)
  const printed = await print(page)
  expectClean(printed)
  expect(printed.sheets).toHaveLength(2)
  for (const sheet of printed.sheets) expect(sheet).toContain('TLP:GREEN')
  await page.context().close()
  street.expectWell()
})

test('practices side by side are printed across the sheet, without what can be pressed', async () => {
  const visitor = await street.open({})
  await visitor.goto('/practices/compare?practice=1&practice=3&practice=5')
  const { sheets, width, height } = await print(visitor)
  expect({ width, height }).toEqual({ width: 842, height: 595 })
  for (const words of ['Remove', 'Add another', 'Members'])
    expect(sheets.join('\n')).not.toMatch(new RegExp(`^${words}`, 'm'))
  await visitor.context().close()
  street.expectWell()
})
