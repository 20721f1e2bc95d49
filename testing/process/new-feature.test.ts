// `npm run new-feature` in a copy of the checkout: what it writes holds before, and its own test passes, without a hand on it.
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const copy = mkdtempSync(join(tmpdir(), 'vicinia-new-feature-'))
const node = 'node_modules/.bin/node'
const newFeature = (...names: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/new-feature.mjs', ...names], { cwd: copy, encoding: 'utf8' })

/** Everything that is, or would be, committed; the packages are only pointed to. */
beforeAll(() => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  for (const path of listed.toString().split('\0')) if (path !== '' && existsSync(path)) cpSync(path, join(copy, path))
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  // A rule of the house asks git which files there are.
  execFileSync('git', ['init', '--quiet'], { cwd: copy })
}, 60_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** What a check said where it failed; nothing where it holds. Own settings of this test run are not passed on. */
const complaintsOf = (...args: readonly string[]): Promise<string> =>
  new Promise((done) => {
    const { PATH, HOME, DATABASE_URL } = process.env
    const env = { PATH, HOME, ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }) }
    execFile(node, args, { cwd: copy, env, maxBuffer: 10_000_000 }, (error, out, err) =>
      done(error === null ? '' : `${out}${err}`),
    )
  })

describe('a name that cannot be', () => {
  test.each([
    [[], 'Say what the feature is called, in the plural: npm run new-feature -- offers'],
    [['Offers'], '"Offers" cannot be a name: it must be one English word of small letters.'],
    [['city-offers'], '"city-offers" cannot be a name: it must be one English word of small letters.'],
    [['../offers'], '"../offers" cannot be a name: it must be one English word of small letters.'],
    [['data'], '"data" fits everything; take the word that a city would use (docs/words.md).'],
    [['orders'], '"order" is reserved in PostgreSQL or JavaScript; take another word.'],
    [['radar'], 'Say what one of them is called: npm run new-feature -- radar NOUN, as in "radar sighting".'],
    [['practices'], 'There is already a feature called practices: src/features/practices.'],
    [['frame', 'beam'], 'There are already messages called frame: locales/en/frame.json.'],
    [['persons'], 'There is already a table called person.'],
    [['contributions', 'gift'], 'There are already pages under /contributions.'],
  ])('%j is refused in one sentence, and nothing is written', (names, sentence) => {
    const { status, stdout, stderr } = newFeature(...names)
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: `${sentence}\n` })
    expect(readFileSync(join(copy, 'src/features.ts'), 'utf8')).toBe(readFileSync('src/features.ts', 'utf8'))
  })
})

const silence = { types: '', format: '', imports: '', rules: '', own: '' }

// Nobody will want to build this one.
describe('a new feature', () => {
  test('says which files it wrote and what comes next', () => {
    const { status, stdout, stderr } = newFeature('almanacs')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const written = [...stdout.matchAll(/^ {2}((?:src|locales|testing)\/\S+)$/gm)].map((found) => found[1] ?? '')
    expect(written).toContain('src/features/almanacs/feature.ts')
    expect(written.filter((path) => path.startsWith('locales/'))).toHaveLength(8)
    expect(written.filter((path) => !existsSync(join(copy, path)))).toEqual([])
    expect(stdout).toContain('npm run matrix')
    for (const path of written.filter((one) => one.includes('/almanacs/')))
      expect(readFileSync(join(copy, path), 'utf8')).not.toMatch(/widget|\ba almanac/i)
  })

  test('has its types, format, imports and rules in order, and its test passes on the real database', async () => {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project']
    const own = complaintsOf(...vitest, 'tests', 'src/features/almanacs')
    const types = await complaintsOf('node_modules/typescript-native/bin/tsc', '--noEmit')
    const format = await complaintsOf('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings')
    const cruise = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs']
    const imports = await complaintsOf(...cruise, '--output-type', 'err', 'src')
    const rules = await complaintsOf(...vitest, 'house')
    expect({ types, format, imports, rules, own: await own }).toEqual(silence)
  }, 240_000)

  test('is not made a second time', () => {
    const { status, stderr } = newFeature('almanacs')
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'There is already a feature called almanacs: src/features/almanacs.\n',
    })
  })
})
