// Notices as the database keeps them: one's own, and only of what reaches one in this moment.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { countUnread } from './store.ts'

const town = await openTown()

test('nobody has anything to read yet', async () => {
  expect(await countUnread(town.database.system)).toBe(0)
})
