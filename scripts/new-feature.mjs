// `npm run new-feature -- NAME [NOUN]`: the first files of a feature, complete enough to pass every check at once.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const templates = 'scripts/new-feature'
const ending = '.template'
const halls = /^ {2}(?:history|home|search),$/m
const languages = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pt', 'pl']

/** Names that fit everything; the house rules refuse them too (testing/house/names.test.ts). */
const vague =
  'util utils helper helpers misc common manager managers handler handlers service services data info base'.split(' ')
/** Reserved by PostgreSQL (appendix C) or by JavaScript: a table or a variable cannot be called so. */
const reserved = `all analyse analyze and any array as asc async await both break case cast catch check class collate
column const constraint continue create current debugger default delete desc distinct do else end enum except export
extends false fetch final finally for foreign freeze from full function grant group having if implements import in
initially inner into join lateral leading left let like limit natural new not null offset on only or order outer over
package placing primary private protected public references return right select similar some static super switch
symmetric table then this throw to trailing true try type union unique user using var variadic verbose void when where
while window with yield`.split(/\s+/)

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1)
const singularOf = (name) => (name.endsWith('ies') ? name.replace(/ies$/, 'y') : name.replace(/s$/, ''))

const sources = () =>
  filesIn('src')
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
const everyMatch = (pattern, texts) =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, one]) => one)))

/** What stands in the way, in one sentence; undefined when nothing does. */
function objectionTo(name, noun) {
  if (name === undefined) return 'Say what the feature is called, in the plural: npm run new-feature -- offers'
  for (const word of [name, noun]) {
    if (!/^[a-z]{3,30}$/.test(word)) return `"${word}" cannot be a name: it must be one English word of small letters.`
    if (vague.includes(word)) return `"${word}" fits everything; take the word that a city would use (docs/words.md).`
    if (reserved.includes(word)) return `"${word}" is reserved in PostgreSQL or JavaScript; take another word.`
  }
  if (name === noun)
    return `Say what one of them is called: npm run new-feature -- ${name} NOUN, as in "radar sighting".`
  if (existsSync(`src/features/${name}`)) return `There is already a feature called ${name}: src/features/${name}.`
  if (existsSync(`locales/en/${name}.json`))
    return `There are already messages called ${name}: locales/en/${name}.json.`
  const texts = sources()
  if (everyMatch(/create table ([a-z_]+)/g, texts).has(noun)) return `There is already a table called ${noun}.`
  if (everyMatch(/'([a-z-]+)\.[a-z-]+'/g, texts).has(noun)) return `There are already facts or messages of a ${noun}.`
  if (everyMatch(/['"`]\/([a-z-]+)/g, texts).has(name)) return `There are already pages under /${name}.`
  return undefined
}

/** The templates speak of widgets, so that they read like the code they become. */
const renamed = (text, name, noun) =>
  text
    .replaceAll(/\b([Aa]) (?=widget\b)/g, (_, article) => `${article}${/^[aeiou]/.test(noun) ? 'n' : ''} `)
    .replaceAll('widgets', name)
    .replaceAll('Widgets', capital(name))
    .replaceAll('widget', noun)
    .replaceAll('Widget', capital(noun))

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

const writeCode = (name, noun) =>
  filesIn(templates)
    .filter((path) => path.endsWith(ending))
    .map((path) => {
      const own = renamed(path.slice(templates.length + 1, -ending.length), name, noun)
      return write(join('src/features', name, own), renamed(readFileSync(path, 'utf8'), name, noun))
    })

/** Sentences that fit any feature, in every language; the two names stay English until somebody translates them. */
const writeMessages = (name, noun) => {
  const messages = JSON.parse(readFileSync(join(templates, 'locales.json'), 'utf8'))
  return languages.map((lang) => {
    const own = { title: capital(name), one: capital(noun), ...messages[lang] }
    return write(`locales/${lang}/${name}.json`, `${JSON.stringify(own, null, 2)}\n`)
  })
}

/** One import and one line, before the halls: they index what stands when they are reached. */
const register = (name) => {
  const path = 'src/features.ts'
  const text = readFileSync(path, 'utf8')
  const imported = text.replace(/\n\nexport /, `\nimport { ${name} } from './features/${name}/feature.ts'\n\nexport `)
  return write(
    path,
    imported.replace(halls, (first) => `  ${name},\n${first}`),
  )
}

/** The page of one thing can be opened by the walk through every page once the demonstration has such a thing. */
const tellTheWalk = (name) => {
  const path = 'testing/journeys/every-page.journey.ts'
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  return [write(path, text.replace('const noPages = [\n', `const noPages = [\n  '/${name}/:address',\n`))]
}

const run = (args) => {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', args, { encoding: 'utf8' })
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}\n${args.join(' ')} failed; what was written stays, git shows it.\n`)
  process.exit(1)
}

const nextSteps = (name) => `
The feature ${name} stands in src/features/${name}, and its one line in src/features.ts.

Next (docs/adding-a-feature.md tells each step):
  1. README.md: what a city shares here, in a sentence.
  2. locales/<lang>/${name}.json: "title", "one" and "write" in eight languages.
  3. npx vitest run src/features/${name}
  4. npm run matrix              who may what on the new routes, into docs/matrix.md
  5. npm test
`

const [name, given] = process.argv.slice(2)
const noun = given ?? singularOf(name ?? '')
const objection = objectionTo(name, noun)
if (objection !== undefined) {
  process.stderr.write(`${objection}\n`)
  process.exit(1)
}
const paths = [...writeCode(name, noun), ...writeMessages(name, noun), register(name), ...tellTheWalk(name)]
run(['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...paths.filter((path) => /\.tsx?$/.test(path))])
run(['scripts/draw-architecture.mjs'])
process.stdout.write(`${paths.map((path) => `  ${path}`).join('\n')}\n${nextSteps(name)}`)
