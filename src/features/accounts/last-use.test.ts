// Whoever reads with a session or a token sees later when it was last used, though reading a page writes nothing.
import { expect, test } from 'vitest'
import { takeUses } from '#platform/identity/last-use.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { openTown } from '../../../testing/app.ts'
import { daysAfter, minutesAfter } from './account.ts'
import { keepUses } from './store-upkeep.ts'
import type { AccountTables } from './tables.ts'

const town = await openTown()
const tables = town.database.system.withTables<AccountTables>()

test('an hour later Ada’s session and her token carry the hour at which she used them', async () => {
  const ada = await town.as('ada-lindmoser')
  const session = sha256(ada.cookie.replace('session=', ''))
  const token = newToken()
  const tokenRow = {
    person_id: await town.personId('ada-lindmoser'),
    name: 'Our intranet',
    token_hash: sha256(token),
    expires_at: daysAfter(town.now, 2),
  }
  await tables.insertInto('personal_token').values(tokenRow).execute()
  town.now = minutesAfter(town.now, 60)
  await ada.get('/account')
  await town.app.request('/api/v1/search?q=youth', { headers: { authorization: `Bearer ${token}` } })
  await keepUses(town.database.system, takeUses())
  const seen = await tables.selectFrom('session').select('seen_at').where('token_hash', '=', session).executeTakeFirst()
  const used = await tables
    .selectFrom('personal_token')
    .select('used_at')
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst()
  expect(seen?.seen_at).toEqual(town.now)
  expect(used?.used_at).toEqual(town.now)
})
