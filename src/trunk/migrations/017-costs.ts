// What a plan must know about functions: their real price, so that nothing asks them for everybody when two would do.
import { migration } from '#platform/db/migration.ts'

export const costs = migration(
  'trunk/017-costs',
  `
-- Measured 0.04 ms a person, some ten thousand times the price of comparing two numbers (cpu_operator_cost).
alter function app.audiences_of(int) cost 10000;
`,
)
