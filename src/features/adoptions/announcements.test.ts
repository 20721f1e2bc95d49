// Whoever wrote a practice hears by mail that a city takes it over, if both reach them; TLP:RED is named nowhere.
import { expect, test } from 'vitest'
import type { TrunkTables } from '#trunk/tables.ts'
import { openTown, type Visitor } from '../../../testing/app.ts'
import { adopt, narrowPractice, ownAudience, publishPractice } from './fixtures.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
const beatrizAddress = 'beatriz.ribeirinha-douro@porto.example'

async function practiceOf(who: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const id = await publishPractice(who, fields)
  while ((await town.work()) > 0);
  town.mails.length = 0
  return id
}
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}

test('Graz takes it over, Beatriz is told in Portuguese with a link, once', async () => {
  const practice = await practiceOf(beatriz)
  await adopt(ada, practice)
  await work()
  expect(town.mails.map(({ to, subject }) => [to, subject])).toEqual([
    [beatrizAddress, 'Graz também o faz: «Night walks»'],
  ])
  expect(town.mails[0]?.text).toMatch(/http:\/\/localhost\/adoptions\/\d+\n/)
  const tables = town.database.system.withTables<TrunkTables>()
  await tables.updateTable('fact').set({ queued_at: null }).where('name', '=', 'adoption.published').execute()
  await work()
  expect(town.mails).toHaveLength(1)
})

test('what is for Graz alone is told to nobody in Porto', async () => {
  const practice = await practiceOf(beatriz)
  await adopt(ada, practice, { audience: await ownAudience(ada, `/practices/${practice}/adoption`) })
  await work()
  expect(town.mails).toEqual([])
})

test.each([
  ['adoption', {}, { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }],
  ['practice', { audience: 'persons', persons: 'Ada Lindmoser' }, { audience: '2' }],
])('a TLP:RED %s is named nowhere: neither practice, city nor words', async (_, practiceFields, adoptionFields) => {
  const practice = await practiceOf(beatriz, practiceFields)
  await adopt(ada, practice, adoptionFields)
  await work()
  expect(town.mails.map(({ to }) => to)).toEqual([beatrizAddress])
  expect(JSON.stringify(town.mails)).not.toMatch(/Night walks|Graz|night-walks|river|Fridays/)
})

test.each(['adoption', 'practice'])(
  '%s in a room under the Chatham House Rule: the mail names no city',
  async (which) => {
    const fields = { name: `Confidence ${which}`, aim: 'x', lang: 'en', entry: 'open', listedFor: '2', chatham: 'yes' }
    const room = /\d+/.exec((await ada.post('/rooms', fields)).headers.get('location') ?? '')?.[0] ?? ''
    await beatriz.post(`/rooms/${room}/joining`)
    const practice = await practiceOf(beatriz, { audience: which === 'practice' ? room : '2' })
    await adopt(ada, practice, { audience: room })
    await work()
    expect(town.mails.map(({ to }) => to)).toEqual([beatrizAddress])
    expect(JSON.stringify(town.mails)).not.toMatch(/Graz|Night walks/)
  },
)

test('narrowed or withdrawn before the mail leaves, nothing is sent', async () => {
  const practice = await practiceOf(beatriz)
  const path = await adopt(ada, practice)
  await ada.post(`/adoptions/${/\d+/.exec(path)?.[0]}/withdrawal`)
  await work()
  expect(town.mails).toEqual([])
})

test('where the author has left, the coordinator of the city is told', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  const practice = await practiceOf(jonte)
  const tables = town.database.system.withTables<TrunkTables>()
  await tables.updateTable('person').set({ left_at: town.now }).where('slug', '=', 'jonte-pfalzgrafer').execute()
  await adopt(ada, practice)
  await work()
  expect(town.mails.map(({ to }) => to)).toEqual(['almut.westrichter@kaiserslautern.example'])
})

test('a practice that no longer reaches the adopting city still tells its own author', async () => {
  const practice = await practiceOf(beatriz)
  await adopt(ada, practice)
  await narrowPractice(beatriz, practice, {
    audience: await ownAudience(beatriz, `/practices/${practice}/edit?step=readers`),
  })
  await work()
  expect(town.mails.map(({ to }) => to)).toEqual([beatrizAddress])
})
