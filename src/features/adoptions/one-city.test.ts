// An adoption is one city's word: nobody of another city is asked to write it, whatever address somebody posts to.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { adopt, idIn, publishPractice } from './fixtures.ts'

test('nobody is asked to write an adoption together, and no mail goes out', async () => {
  const town = await openTown()
  const ada = await town.as('ada-lindmoser')
  const id = idIn(await adopt(ada, await publishPractice(await town.as('beatriz-ribeirinha-douro'))))
  while ((await town.work()) > 0);
  town.mails.length = 0
  expect((await ada.post(`/contributions/${id}/co-authors`, { name: 'Assia Verdonnel' })).status).toBe(403)
  while ((await town.work()) > 0);
  expect(town.mails).toEqual([])
})
