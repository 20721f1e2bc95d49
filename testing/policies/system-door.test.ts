// The second door, which sees everything, stays shut for requests but where it is known: before somebody is signed in.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !/\.(?:test|journey)\.tsx?$|fixtures\.ts$/.test(path))
const filesWith = (pattern: RegExp): string[] =>
  sources.filter((path) => pattern.test(readFileSync(path, 'utf8'))).sort()

test('handlers go through the system’s door in accounts, for guests of rooms, for experts outside, addresses that mails do not reach, and translations only: links, passwords, passkeys, invitations, addresses of calendars, entering a demonstration, whether somebody said no, what all readers of a text share', () => {
  const files = filesWith(/database\.system|\bsystem \} = c\.var\.database/).filter((path) =>
    path.includes('/features/'),
  )
  const known =
    /^src\/features\/(?:accounts\/(?:routes-[a-z-]+\.tsx|arrival\.ts)|calendars\/routes\.tsx|rooms\/routes-guests\.tsx|experts\/routes(?:-consent)?\.tsx|mails\/routes\.tsx|translation\/routes\.tsx)$/
  expect(files.filter((path) => !known.test(path))).toEqual([])
})

/** Each holds a word or a number of our own code, never one that was sent. */
const ownWordsOnly = [
  'src/platform/db/copy-out.ts',
  ...[
    'src/features/search/store-suggestions.ts',
    'src/features/search/index-store.ts',
    'src/features/search/store.ts',
    'src/features/search/store-postings.ts',
  ],
  'src/features/practices/store-revisions.ts',
]
test('text becomes SQL unparameterised nowhere but where it is known to be our own', () => {
  expect(filesWith(/sql\.(?:raw|lit)\b/).filter((path) => !ownWordsOnly.includes(path))).toEqual([])
})

// The style sheet of a letter is our own, too.
test('HTML is taken as it is only from the renderer that cleans it', () => {
  const files = filesWith(/dangerouslySetInnerHTML|import \{[^}]*\braw\b[^}]*\} from 'hono/)
  expect(files.filter((path) => !/^src\/(?:(?:ui|platform)\/|features\/digests\/letter-html\.ts$)/.test(path))).toEqual(
    [],
  )
})
