// A question reaches the people who ran it, the answer whoever asked, and neither anybody out of reach.
import { expect, test } from 'vitest'
import type { TrunkTables } from '#trunk/tables.ts'
import { openTown, type Visitor } from '../../../testing/app.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser', 'de')
const beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')

const told = {
  ...{ title: 'Night walks', summary: 'Walks at night.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'] },
}
async function publish(title: string, audience: Record<string, string>): Promise<string> {
  const path = (await ada.post('/practices', { ...told, title, ...audience })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  while ((await town.work()) > 0);
  town.mails.length = 0
  return id
}
const write = async (who: Visitor, id: string, text: string): Promise<void> => {
  expect((await who.post(`/contributions/${id}/replies`, { text, lang: 'pt' })).status).toBe(303)
  while ((await town.work()) > 0);
}
const adaAddress = 'ada.lindmoser@graz.example'
const beatrizAddress = 'beatriz.ribeirinha-douro@porto.example'

test('Beatriz asks, Ada gets it in German with a link; Ada answers, Beatriz gets it in Portuguese', async () => {
  const id = await publish('Night walks', { audience: '2' })
  await write(beatriz, id, 'Quem paga?')
  expect(town.mails.map(({ to }) => to)).toEqual([adaAddress])
  expect(town.mails[0]?.subject).toBe('Beatriz Ribeirinha Douro (Porto) zu „Night walks“')
  expect(town.mails[0]?.text).toContain('Quem paga?')
  expect(town.mails[0]?.text).toMatch(/http:\/\/localhost\/replies\/\d+\n/)
  town.mails.length = 0
  await write(ada, id, 'Die Stadt.')
  expect(town.mails.map(({ to }) => to)).toEqual([beatrizAddress])
  expect(town.mails[0]?.subject).toContain('sobre «Night walks»')
})

test('who stops watching is left alone, and a second run of the job tells nobody twice', async () => {
  const id = await publish('Walks in spring', { audience: '2' })
  await write(beatriz, id, 'Quando?')
  await beatriz.post(`/contributions/${id}/watch/end`)
  town.mails.length = 0
  await write(ada, id, 'Im April.')
  expect(town.mails).toEqual([])
  const tables = town.database.system.withTables<TrunkTables>()
  await tables.updateTable('fact').set({ queued_at: null }).where('name', '=', 'reply.given').execute()
  while ((await town.work()) > 0);
  expect(town.mails).toEqual([])
})

test('a TLP:RED thing is neither named nor quoted in a mail', async () => {
  const id = await publish('For two eyes', { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  await write(beatriz, id, 'Isto é secreto.')
  const [mail] = town.mails
  expect(town.mails.map(({ to }) => to)).toEqual([adaAddress])
  expect(JSON.stringify(mail)).not.toMatch(/For two eyes|secreto|Beatriz|for-two-eyes/)
})

test('whom a narrowed thing no longer reaches hears nothing, though they still watch it', async () => {
  const id = await publish('Narrowed later', { audience: '2' })
  await write(beatriz, id, 'Ainda?')
  const form = await ada.page(`/practices/${id}/edit?step=readers`)
  const graz = /<option value="(\d+)"[^>]*>[^<]*Graz/.exec(form)?.[1] ?? ''
  const revision = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? ''
  const narrowed = await ada.post(`/practices/${id}`, { ...told, title: 'Narrowed later', audience: graz, revision })
  expect(narrowed.status).toBe(303)
  town.mails.length = 0
  await write(ada, id, 'Nur für uns.')
  expect(town.mails).toEqual([])
})
