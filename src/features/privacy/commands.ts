// Erasing somebody who has no account any more and turns to the office: by whoever administers the server.
import { type Command, CommandFailed } from '#platform/feature.ts'
import { erasePerson } from './actions/erase-person.ts'
import { findLeaving, findPersonToErase, insertDue } from './store-erasure.ts'

const eraseCommand: Command = {
  name: 'erase',
  summary: 'erases a person for good: what the city shared stays, in the name of a former colleague',
  usage: 'erase EMAIL --yes',
  run: async ([email = '', ...options], parts) => {
    const found = await findPersonToErase(parts.system, email)
    if (found === undefined) throw new CommandFailed(`Nobody here has or had the address ${email}.`)
    if (found.last)
      throw new CommandFailed(`${found.name} is the last one in their duty; it must be handed over first.`)
    if (!options.includes('--yes'))
      throw new CommandFailed(`This would erase ${found.name}; it cannot be undone. Say so with --yes.`)
    await insertDue(parts.system, found.id, parts.now())
    const person = await findLeaving(parts.system, found.id)
    if (person !== undefined) await erasePerson(parts, person)
    parts.print(`Erased. What they shared stays in the name of a former colleague.`)
  },
}

export const commands: readonly Command[] = [eraseCommand]
