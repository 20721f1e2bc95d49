// The secret address of a calendar: who makes it, what opens it, and who gets nothing.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { addressOf } from './fixtures.ts'
import { feedPath } from './paths.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})
beforeEach(forgetTries)

describe('the address', () => {
  test('is shown once, kept as a digest only, and opened without signing in', async () => {
    const path = await addressOf(ada)
    const token = path.split('=')[1] ?? ''
    expect(await ada.page('/calendar')).not.toContain(token)
    expect(await rowsOf(town, `select 1 from calendar_address where token_hash like '%${token}%'`)).toEqual([])
    const answer = await town.visitor.get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('made anew or ended opens nothing any more', async () => {
    const first = await addressOf(ada)
    const second = await addressOf(ada)
    expect((await town.visitor.get(first)).status).toBe(404)
    expect((await town.visitor.get(second)).status).toBe(200)
    expect((await ada.post('/calendar/address/end')).status).toBe(303)
    expect((await town.visitor.get(second)).status).toBe(404)
    expect((await ada.post('/calendar/address/end')).status).toBe(303)
  })

  test('made twice at once is one, the other opens nothing, and no page breaks', async () => {
    await ada.post('/calendar/address/end')
    for (let round = 0; round < 3; round += 1) {
      const made = await Promise.all([addressOf(ada), addressOf(ada), addressOf(ada)])
      expect(made).not.toContain(feedPath('none'))
      const open = await Promise.all(made.map(async (path) => (await town.visitor.get(path)).status))
      expect(open.toSorted()).toEqual([200, 404, 404])
    }
  })

  test('cannot be guessed: neither without one, nor with the digest, nor with a session, and many tries are refused', async () => {
    await addressOf(ada)
    const [row] = await rowsOf<{ token_hash: string }>(town, 'select token_hash from calendar_address')
    for (const path of ['/calendar.ics', feedPath(''), feedPath(row?.token_hash ?? ''), feedPath('%00')])
      for (const who of [town.visitor, ada]) expect((await who.get(path)).status, path).toBe(404)
    for (let tries = 0; tries < 30; tries += 1) await town.visitor.get(feedPath(`guess-${tries}`))
    const refused = await town.visitor.get(feedPath('one-more'))
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  test('is asked too often: told when it makes sense again', async () => {
    const path = await addressOf(ada)
    for (let tries = 0; tries < 60; tries += 1) expect((await town.visitor.get(path)).status).toBe(200)
    expect((await town.visitor.get(path)).status).toBe(429)
  })

  test('whose content is the same is answered with 304, and its last use stands on the page', async () => {
    const path = await addressOf(ada)
    expect(await ada.page('/calendar')).toContain('not yet')
    const tag = (await town.visitor.get(path)).headers.get('etag') ?? ''
    // Packed on its way it is another file by the standard, which is why it comes back marked as weak.
    const packed = await town.visitor.get(path, { 'accept-encoding': 'gzip' })
    expect([packed.headers.get('content-encoding'), packed.headers.get('etag')]).toEqual(['gzip', `W/${tag}`])
    for (const known of [tag, `W/${tag}`, `"other", W/${tag}`]) {
      const again = await town.visitor.get(path, { 'if-none-match': known, 'accept-encoding': 'gzip' })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await town.visitor.get(path, { 'if-none-match': '"other"' })).status).toBe(200)
    await rowsOf(town, `insert into pgboss.job (name) values ('calendars.keep-last-use')`)
    await town.work()
    expect(await ada.page('/calendar')).not.toContain('not yet')
  })

  test('of somebody who left the city is none, also if they come back', async () => {
    const jonte = await town.as('jonte-pfalzgrafer')
    const path = await addressOf(jonte)
    expect((await town.visitor.get(path)).status).toBe(200)
    await rowsOf(town, `update person set left_at = now() where slug = 'jonte-pfalzgrafer'`)
    expect((await town.visitor.get(path)).status).toBe(404)
    await rowsOf(town, `update person set left_at = null where slug = 'jonte-pfalzgrafer'`)
    expect((await town.visitor.get(path)).status).toBe(404)
  })
})
