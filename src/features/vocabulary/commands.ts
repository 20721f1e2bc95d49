// The command line: accepted words in the form of the concept files, for those who move them there.
import { type Command, CommandFailed } from '#platform/feature.ts'
import { printAdditions } from './print-additions.ts'
import { listAdditions } from './store.ts'

const show: Command['run'] = async (args, { system, print }) => {
  if (args.length > 0) throw new CommandFailed('vocabulary-additions takes no further words.')
  for (const line of printAdditions(await listAdditions(system))) print(line)
}

export const commands: readonly Command[] = [
  {
    name: 'vocabulary-additions',
    summary: 'Prints the words accepted for the thesaurus, in the form of its files',
    usage: 'vocabulary-additions',
    run: show,
  },
]
