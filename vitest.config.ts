// The test runs: `tests` (beside the code, on a real database), `house` (rules), `journeys` (a browser), `process` (start, stop, recovery).
import { defineConfig } from 'vitest/config'

const database = { globalSetup: ['testing/global-setup.ts'] }

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...database, name: 'tests', include: ['src/**/*.test.{ts,tsx}', 'testing/*.test.{ts,tsx}'], testTimeout: 20_000, hookTimeout: 60_000 },
      },
      { extends: true, test: { name: 'house', include: ['testing/house/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          ...database,
          name: 'journeys',
          include: ['src/**/*.journey.{ts,tsx}', 'testing/journeys/**/*.{test,journey}.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // One after the other: they kill processes and measure how quickly the next start is ready.
      {
        extends: true,
        test: { name: 'process', include: ['testing/process/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
})
