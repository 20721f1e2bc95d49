// The command line: making the whole index anew at once, and seeing how far it is.
import { type Command, CommandFailed } from '#platform/feature.ts'
import { isInterrupted, reindex } from './actions/reindex.ts'

const reindexAll: Command['run'] = async (args, { system, features, print }) => {
  if (args.length > 0) throw new CommandFailed('reindex takes no further words.')
  if (await isInterrupted(system, features)) print('Going on where it was interrupted.')
  const count = await reindex(system, features, (kind, done, total) => print(`${kind}: ${done} of ${total}`))
  print(`The index is new: ${count} things. People could search all the time.`)
}

export const commands: readonly Command[] = [
  {
    name: 'reindex',
    summary: 'Makes the search index anew while people go on searching',
    usage: 'reindex',
    run: reindexAll,
  },
]
