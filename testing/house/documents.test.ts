// The documents tell the truth: their links lead somewhere, their commands and files exist, decisions have one shape.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf } from './house-files.ts'

const documents = filesOf('{README,CONTRIBUTING,STYLE,CHANGELOG}.md', 'docs/**/*.md', '{demo,src,bench,deploy}/**/*.md')
const everyMatch = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((found) => found[1] ?? '')

/** What GitHub makes of a heading: small letters, spaces to hyphens, no marks. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
const anchorsIn = (path: string): string[] => everyMatch(readFileSync(path, 'utf8'), /^#{1,6} (.+)$/gm).map(anchorOf)

const leadsNowhere = (from: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? from : normalize(join(dirname(from), path))
  return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor))
}

describe('documents', () => {
  test('every link and picture within the project leads somewhere', () => {
    const dead = documents.flatMap(({ path, text }) =>
      everyMatch(text, /\]\((?!https?:|mailto:)([^)\s]+)\)/g)
        .filter((link) => leadsNowhere(path, link))
        .map((link) => `${path}: ${link}`),
    )
    expect(dead).toEqual([])
  })

  test('every command of npm that they name is one', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const unknown = documents.flatMap(({ path, text }) =>
      everyMatch(text, /\bnpm run (?:-s )?([a-z][a-z:-]*)/g)
        .filter((name) => !(name in scripts))
        .map((name) => `${path}: npm run ${name}`),
    )
    expect(unknown).toEqual([])
  })

  // `<lang>`, `*` and `…` stand for several; the guide's example feature and `.env` are made by whoever follows it.
  test('every file and folder of the project that they name is there', () => {
    const room = /`((?:src|testing|scripts|docs|demo|bench|deploy|locales)\/[^`\s<>*{}…:]+)`/g
    const gone = documents.flatMap(({ path, text }) =>
      everyMatch(text, room)
        .filter((named) => !existsSync(named) && !/^src\/features\/offers|\.env$/.test(named))
        .map((named) => `${path}: ${named}`),
    )
    expect(gone).toEqual([])
  })
})

describe('decision records', () => {
  const records = filesOf('docs/decisions/*.md')
  const numbers = records.map(({ path }) => Number(/\/(\d{3})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? Number.NaN))

  test('are numbered from the template on, without a hole and without a number twice', () => {
    expect(numbers).toEqual(records.map((_, index) => index))
  })

  test('have the parts of the template, in its order', () => {
    const parts = /^# \d{3}:? \S.+\n[\s\S]*?^## Context\n[\s\S]*?^## Decision\n[\s\S]*?^## Consequences\n/m
    expect(records.filter(({ text }) => !parts.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('carry the number of their file', () => {
    const wrong = records.filter(({ path, text }) => /\/(\d{3})-/.exec(path)?.[1] !== /^# (\d{3})/.exec(text)?.[1])
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  // The first six are older than this line of the template.
  test('say since when they hold, and whether they still do', () => {
    const line = /^Date: (?:\d{4}-\d\d-\d\d|YYYY-MM-DD)\. State: (?:proposed|accepted|replaced by \d{3})/m
    const silent = records.filter(({ text }, index) => (numbers[index] ?? 0) > 6 && !line.test(text))
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('fit on a page', () => {
    expect(records.filter(({ lines }) => lines > 80).map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
  })
})

test('every room of the house has a README, or stands in docs/architecture.md', () => {
  const told = readFileSync('docs/architecture.md', 'utf8')
  const rooms = globSync('src/*/').map((path) => path.replace(/\/$/, ''))
  expect(rooms.length).toBeGreaterThan(4)
  expect(rooms.filter((room) => !existsSync(`${room}/README.md`) && !told.includes(`\`${room}\``))).toEqual([])
})
