// The command line: the documents of a member's invoice of a year, as files.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatMoney } from '#kernel/money.ts'
import { type Command, CommandFailed } from '#platform/feature.ts'
import { drawDocuments } from './documents.ts'
import { commandInput } from './inputs.ts'
import { findCurrent } from './store.ts'
import { findForum, listNamed } from './store-command.ts'

const usage = 'invoice --member SLUG --year YEAR --out DIR [--forum SLUG]'
const stringOption = { type: 'string' } as const
const options = { member: stringOption, year: stringOption, out: stringOption, forum: stringOption }

function readArguments(args: readonly string[]) {
  try {
    const read = commandInput.safeParse(parseArgs({ args: [...args], options }).values)
    if (read.success) return read.data
  } catch {
    // An option that does not exist ends in the same sentence.
  }
  throw new CommandFailed(`Usage: ${usage}`)
}

const invoice: Command['run'] = async (args, { system, print }) => {
  const { member, year, out, forum } = readArguments(args)
  const issuer = forum === undefined ? undefined : await findForum(system, forum)
  if (forum !== undefined && issuer === undefined) throw new CommandFailed(`There is no forum ${forum}.`)
  const [organisation, ...others] = await listNamed(system, member)
  if (organisation === undefined) throw new CommandFailed(`There is no member ${member}.`)
  if (others.length > 0)
    throw new CommandFailed(
      `${member} may be ${[organisation, ...others].map(({ slug }) => slug).join(' or ')}; name one of them.`,
    )
  const found = await findCurrent(system, issuer?.id ?? null, year, organisation.id)
  if (found === undefined) throw new CommandFailed(`${organisation.slug} has no invoice for ${year} that is valid.`)
  const { pdf, ubl, cii } = await drawDocuments(found.content)
  await mkdir(out, { recursive: true })
  // Under the name that was asked for, so that whoever asks knows what to look for.
  for (const [ending, content] of [
    ['.pdf', pdf],
    ['.ubl.xml', ubl],
    ['.cii.xml', cii],
  ] as const) {
    const path = join(out, `${member}-${year}${ending}`)
    await writeFile(path, content)
    print(path)
  }
  print(`Invoice ${found.number}, ${formatMoney('en', found.totalCents)}.`)
}

export const commands: readonly Command[] = [
  { name: 'invoice', summary: 'Writes the documents of a member’s invoice as files', usage, run: invoice },
]
