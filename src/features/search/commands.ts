// The command line: making the whole index anew at once, giving vectors, and seeing how far it is.
import { EmbeddingFailure } from '#platform/embedding/embedder.ts'
import { type Command, CommandFailed } from '#platform/feature.ts'
import { coverageOf, giveMissingVectors } from './actions/give-vectors.ts'
import { isInterrupted, reindex } from './actions/reindex.ts'

const reindexAll: Command['run'] = async (args, { system, features, print }) => {
  if (args.length > 0) throw new CommandFailed('reindex takes no further words.')
  if (await isInterrupted(system, features)) print('Going on where it was interrupted.')
  const count = await reindex(system, features, (kind, done, total) => print(`${kind}: ${done} of ${total}`))
  print(`The index is new: ${count} things. People could search all the time.`)
}

const asSentence = (error: unknown): never => {
  throw error instanceof EmbeddingFailure ? new CommandFailed(error.message) : error
}

const giveVectors: Command['run'] = async (args, { system, meaning, print }) => {
  if (args.length > 0) throw new CommandFailed('vectors takes no further words.')
  if (meaning === undefined)
    throw new CommandFailed('No embedder is configured; set EMBEDDING_ADDRESS or EMBEDDING_FOLDER.')
  const progress = ({ done, total }: { done: number; total: number }): void => print(`${done} of ${total}`)
  if (!(await giveMissingVectors({ system, meaning, progress }).catch(asSentence)))
    throw new CommandFailed('Another process is giving vectors just now; it goes on by itself.')
  const { done, total } = await coverageOf(system, meaning)
  print(`${done} of ${total} things have a vector of ${meaning.embedder.model}.`)
}

export const commands: readonly Command[] = [
  {
    name: 'reindex',
    summary: 'Makes the search index anew while people go on searching',
    usage: 'reindex',
    run: reindexAll,
  },
  {
    name: 'vectors',
    summary: 'Gives meaning vectors to what has none yet, where an embedder is configured',
    usage: 'vectors',
    run: giveVectors,
  },
]
