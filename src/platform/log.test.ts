// What the log tells of an error, and what it keeps to itself.
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('an error of the database is told without the values that somebody typed', () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line) => void lines.push(line) })
  const error = Object.assign(new Error('duplicate key value violates unique constraint "person_email_key"'), {
    code: '23505',
    detail: 'Key (email)=(ada@graz.example) already exists.',
    client: { connectionParameters: { user: 'vicinia_app' } },
  })
  log.error({ err: error })
  log.error({ err: 'thrown by somebody who throws words' })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: error.message, code: '23505' } })
  expect(lines[0]).not.toMatch(/ada@|vicinia_app/)
  expect(lines[1]).toContain('throws words')
})
