// Ada brings a table with two faulty rows, reads what is wrong, imports the good ones, and takes the list with her.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { readXlsx } from '#platform/tables/read-xlsx.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const tableWith = (evidence: string, word: string): Buffer =>
  Buffer.from(
    [
      'Titel;Nachweis;Themen;Das Problem',
      `Licht im Hof ${word};1;Straßenbeleuchtung;Es war dunkel.`,
      `Spaziergang ${word};${evidence};öffentlicher Raum;Niemand ging durch den Park.`,
      `Runder Tisch ${word};0;Strassenbeleuchtun;Nachbarn stritten.`,
      `Fest im Park ${word};2;public-space;Man kannte sich nicht.`,
    ].join('\r\n'),
    'latin1',
  )

withAndWithoutScript('Ada imports a table with faulty rows, and exports what she filtered', async (script) => {
  const ada = await street.open({ person: 'ada-lindmoser', script, width: script ? 1440 : 360 })
  const word = script ? 'im Frühling' : 'im Herbst'
  await ada.goto('/practices')
  await ada.getByRole('link', { name: 'Export and import' }).click()
  await ada.getByRole('link', { name: 'Import a table' }).click()
  await ada.getByRole('button', { name: 'Check the file' }).click()
  await says(ada, 'Please choose a file.')

  const mimeType = 'text/csv'
  await ada.getByLabel('File').setInputFiles({ name: 'praxis.csv', mimeType, buffer: tableWith('9', word) })
  await ada.getByLabel('Language of the text').selectOption('de')
  await ada.getByRole('button', { name: 'Check the file' }).click()
  await says(ada, '4 rows were read')
  await says(ada, '2 have problems and are left out.')
  await says(ada, 'we have read it as Windows-1252')
  const rows = await ada.getByRole('table', { name: 'Problems by row' }).getByRole('row').allInnerTexts()
  expect(rows.find((row) => row.includes('Please write a number from 0 to 5'))).toMatch(/3/)
  expect(rows.find((row) => row.includes('Did you mean “Straßenbeleuchtung” (lighting)?'))).toMatch(/4/)

  await ada.getByRole('button', { name: 'Correct the file first' }).click()
  await ada.getByLabel('File').setInputFiles({ name: 'praxis.csv', mimeType, buffer: tableWith('3', word) })
  await ada.getByLabel('Language of the text').selectOption('de')
  await ada.getByRole('button', { name: 'Check the file' }).click()
  await says(ada, 'One has a problem and is left out.')
  await ada.getByRole('button', { name: 'Import the 3 good rows' }).click()
  await says(ada, '3 drafts have been made.')
  await ada.getByRole('link', { name: `Spaziergang ${word}` }).click()
  await says(ada, 'Niemand ging durch den Park.')
  await says(ada, 'Draft')

  await ada.goto('/practices?country=AT')
  if (script) {
    await ada.getByRole('group', { name: 'Language' }).getByLabel('German').check()
    await ada.waitForURL(/language=de/)
  }
  await ada.getByRole('link', { name: 'Export and import' }).click()
  await says(ada, 'fit these filters')
  if (script) await ada.getByRole('link', { name: /German/ }).waitFor()
  await ada.getByLabel('With the drafts that I may read').check()
  const waiting = ada.waitForEvent('download')
  await ada.getByRole('button', { name: 'Excel (XLSX)' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^practices-\d{4}-\d\d-\d\d\.xlsx$/)
  const read = await readXlsx(await readFile(await download.path()), { rows: 1000, columns: 100 })
  if (!read.done) throw new Error(read.refusal)
  const cells = read.value.rows.map((row) => row[6])
  expect(cells).toContain(`Fest im Park ${word}`)
  expect(new Set(read.value.rows.slice(1).map((row) => row[5]))).toEqual(new Set(['AT']))
  await ada.context().close()
  street.expectWell()
})
