// Asks the real app, in process; what a request wrote is undone after it, so that every cell starts from the same stage.
import type { Database } from '#platform/db/database.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { createVisitorCache } from '#platform/http/visitor-cache.ts'
import { createLog } from '#platform/log.ts'
import { createApp } from '../../src/app.tsx'
import type { Town } from '../app.ts'
import { testJobs } from '../template.ts'

const undo = new Error('undone on purpose')

/** Policies, triggers and constraints all run; only the commit is left out. */
const withoutCommits = (database: Database): Database => ({
  ...database,
  write: async (key, work) => {
    const answers: { readonly value: Awaited<ReturnType<typeof work>> }[] = []
    await database
      .write(key, async (db, viewer) => {
        answers.push({ value: await work(db, viewer) })
        throw undo
      })
      .catch((error) => {
        if (error !== undo) throw error
      })
    const [answer] = answers
    if (answer === undefined) throw new Error('The work of a transaction gave no answer.')
    return answer.value
  },
})

export type Ask = (method: 'GET' | 'POST', path: string, cookie: string) => Promise<string>

const outcomeOf = (response: Response): string => {
  const location = response.headers.get('location') ?? ''
  return response.status === 303 && location.startsWith('/sign-in?') ? 'sign in' : String(response.status)
}

/** Gives the status, or `sign in` where a visitor is led to the sign-in page. */
export function askerOf(town: Town): Ask {
  const { settings } = testJobs(town.database.system, town.dataDir)
  const clock = () => town.now
  const app = createApp({
    database: withoutCommits(town.database),
    settings,
    mail: async () => undefined,
    log: createLog('silent'),
    clock,
    demonstration: true,
    visitorCache: createVisitorCache(clock),
  })
  return async (method, path, cookie) => {
    forgetTries()
    const headers = { cookie, 'accept-language': 'en', 'sec-fetch-site': 'same-origin' }
    const body = method === 'POST' ? { body: new URLSearchParams() } : {}
    return outcomeOf(await app.request(path, { method, headers, ...body }))
  }
}
