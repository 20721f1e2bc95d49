// Projects: tests beside the code, the house rules, the journeys in a browser, the process as a whole, and a database of one's own.
import { configDefaults, defineConfig } from 'vitest/config'

const jsx = { runtime: 'automatic', importSource: 'hono/jsx' } as const
const shared = {
  globalSetup: 'testing/global-setup.ts',
  hookTimeout: 60_000,
  pool: 'forks',
  // A process for each file would read the house and the thesaurus anew, which takes longer than most tests.
  isolate: false,
  setupFiles: 'testing/fresh-memory.ts',
} as const

/** They try the web server and the readers of documents, and have done so already: another database has no part in it. */
const ofNoDatabase = ['testing/fuzz/**', 'bench/**', 'src/features/drafting/hostile.test.ts']

export default defineConfig({
  oxc: { jsx },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'tests',
          include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'testing/{policies,matrix,fuzz}/*.test.ts'],
          exclude: [...configDefaults.exclude, ...(process.env['DATABASE_URL'] === undefined ? [] : ofNoDatabase)],
          testTimeout: 20_000,
        },
      },
      { extends: true, test: { name: 'house', include: ['testing/house/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'journeys',
          include: ['src/**/*.journey.ts', 'testing/journeys/*.journey.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'own-database', include: ['testing/own-database/*.test.ts'], testTimeout: 90_000 },
      },
      {
        extends: true,
        test: {
          name: 'process',
          globalSetup: 'testing/process/prepare.ts',
          include: ['testing/process/*.test.ts'],
          testTimeout: 90_000,
          pool: 'forks',
        },
      },
    ],
  },
})
