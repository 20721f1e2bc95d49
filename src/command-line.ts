// The administration command line: `npm run -s vicinia -- COMMAND`. Beside a running Vicinia it uses that one's database.
import { type Config, loadConfig } from '#platform/config.ts'
import { folderHolder, lockFolder } from '#platform/db/lock.ts'
import { StartFailure } from '#platform/failure.ts'
import { type Command, CommandFailed } from '#platform/feature.ts'
import { loadMessages } from '#platform/i18n.ts'
import { features } from './app.tsx'
import { assemble, migrateOnly } from './assembly.ts'

/** A command of the house itself, which needs no network or makes one first. */
interface HouseCommand extends Omit<Command, 'run'> {
  readonly run: (config: Config) => Promise<void>
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const progress = (line: string): void => void process.stderr.write(`${line}\n`)

/** Whether another process has the embedded server; else this one takes the folder until it ends. */
function workBeside(config: Config): boolean {
  if (config.databaseUrl !== undefined) return false
  if (folderHolder(config.dataDir) !== undefined) return true
  process.once('exit', lockFolder(config.dataDir))
  return false
}

const secrets = ['secret', 'databaseUrl', 'smtpUrl']

/** Of the embedder and of signing all but their keys, of a mailbox neither user nor password. */
const shownSetting = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([name, part]) => name !== 'key' && name !== 'privateKey' && part !== undefined)
        .map(([name, part]) => `${name} ${name === 'mailbox' ? URL.parse(part)?.host : shownSetting(part)}`)
        .join(', ')
    : String(value)

async function checkConfig(config: Config): Promise<void> {
  for (const [name, value] of Object.entries(config)) {
    const shown = value === undefined ? 'not set' : secrets.includes(name) ? 'set (not shown)' : shownSetting(value)
    print(`${name.padEnd(12)} ${shown}`)
  }
  print('The settings are right.')
}

async function migrateDatabase(config: Config): Promise<void> {
  const applied = await migrateOnly(config, workBeside(config))
  for (const name of applied) print(`applied ${name}`)
  print(
    applied.length === 0
      ? 'The schema is up to date.'
      : `The schema is up to date, ${applied.length} migrations applied.`,
  )
}

async function loadDemonstrationOnce(config: Config): Promise<void> {
  const assembly = await assemble(
    { ...config, network: 'demonstration' },
    { say: progress, beside: workBeside(config) },
  )
  await assembly.close()
  if (!assembly.network.demonstration)
    throw new CommandFailed(
      'This network was not created as a demonstration, and will never be one; take another DATA_DIR or database.',
    )
  print(assembly.network.loaded ? 'The demonstration was loaded before.' : 'The demonstration is loaded.')
}

const houseCommands: readonly HouseCommand[] = [
  {
    name: 'check-config',
    summary: 'Judges the settings without starting anything',
    usage: 'check-config',
    run: checkConfig,
  },
  { name: 'migrate', summary: 'Brings the schema of the database up to date', usage: 'migrate', run: migrateDatabase },
  {
    name: 'demo load',
    summary: 'Creates a new database as a demonstration',
    usage: 'demo load',
    run: loadDemonstrationOnce,
  },
]

const runInNetwork =
  (command: Command, args: readonly string[]) =>
  async (config: Config): Promise<void> => {
    loadMessages()
    const assembly = await assemble(config, { say: progress, beside: workBeside(config) })
    await command.run(args, { ...assembly.jobs, print }).finally(assembly.close)
  }

const featureCommands = features.flatMap((feature) => feature.commands ?? [])
const commands = [...houseCommands, ...featureCommands]
const widest = Math.max(...commands.map(({ name }) => name.length))

const helpOfAll = (): string =>
  [
    'Usage: npm run -s vicinia -- COMMAND [--help]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`),
    '',
    'Settings come from the environment, as for `npm start`; see docs/operations.md.',
  ].join('\n')

const helpOf = ({ summary, usage }: Pick<Command, 'summary' | 'usage'>): string =>
  `${summary}.\n\nUsage: npm run -s vicinia -- ${usage}`

const named = <Named extends { readonly name: string }>(
  list: readonly Named[],
  words: readonly string[],
): Named | undefined => list.find(({ name }) => name.split(' ').every((word, index) => words[index] === word))

const asksForHelp = (word: string | undefined): boolean => word === '--help' || word === '-h' || word === 'help'

async function run(words: readonly string[]): Promise<void> {
  if (words.length === 0 || asksForHelp(words[0])) return print(helpOfAll())
  const command = named(commands, words)
  if (command === undefined) throw new CommandFailed(`There is no command "${words.join(' ')}".\n\n${helpOfAll()}`)
  const args = words.slice(command.name.split(' ').length)
  if (args.some((arg) => arg === '--help' || arg === '-h')) return print(helpOf(command))
  const config = loadConfig(process.env)
  if (!config.done) throw new CommandFailed(config.refusal)
  const ofHouse = named(houseCommands, words)
  if (ofHouse !== undefined && args.length > 0)
    throw new CommandFailed(`"${ofHouse.name}" takes no "${args.join(' ')}".`)
  const ofFeature = named(featureCommands, words)
  await (ofHouse?.run ?? (ofFeature && runInNetwork(ofFeature, args)))?.(config.value)
}

await run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof CommandFailed || error instanceof StartFailure
    progress(
      known
        ? error.message
        : `The command broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    process.exit(1)
  },
)
