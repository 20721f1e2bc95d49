// The command line: inviting the first people, before anybody is there who could.
import { parseArgs } from 'node:util'
import { isLang } from '#kernel/locale.ts'
import { type Command, CommandFailed } from '#platform/feature.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { daysAfter, invitationDays } from './account.ts'
import { writeInvitation } from './actions/invite-person.ts'
import { commandInvitation } from './inputs.ts'
import { paths } from './paths.ts'
import { findForum, findOrganisation, insertCommandInvitation, isTaken } from './store-joining.ts'

const usage =
  'invite EMAIL --organisation SLUG [--role colleague|coordinator|office] [--forum SLUG] [--lang de|en|fr|es|it|nl|pt|pl] [--name NAME]'

const stringOption = { type: 'string' } as const
const options = {
  organisation: stringOption,
  role: stringOption,
  forum: stringOption,
  lang: stringOption,
  name: stringOption,
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const read = commandInvitation.safeParse({ ...values, email: positionals[0] })
    if (read.success && positionals.length === 1) return read.data
  } catch {
    // An option that does not exist ends in the same sentence.
  }
  throw new CommandFailed(`Usage: ${usage}`)
}

const invite: Command['run'] = async (args, parts) => {
  const { email, name, role, lang, ...slugs } = readArguments(args)
  const { system } = parts
  const organisation = await findOrganisation(system, slugs.organisation)
  if (organisation === undefined) throw new CommandFailed(`There is no organisation ${slugs.organisation}.`)
  const forum = slugs.forum === undefined ? undefined : await findForum(system, slugs.forum)
  if (slugs.forum !== undefined && forum === undefined) throw new CommandFailed(`There is no forum ${slugs.forum}.`)
  if (await isTaken(system, email)) throw new CommandFailed(`${email} belongs to a person in the network already.`)
  const token = newToken()
  const now = parts.now()
  const invited = { email, name: name ?? email.split('@')[0] ?? email, role, lang: isLang(lang) ? lang : 'en' }
  const place = { organisationId: organisation.id, forumId: role === 'office' ? (forum?.id ?? null) : null }
  const secret = { tokenHash: sha256(token), expiresAt: daysAfter(now, invitationDays) }
  await system.transaction().execute(async (db) => {
    await insertCommandInvitation(db, { ...invited, ...place, ...secret }, now)
    await writeInvitation(parts, { ...invited, organisationName: organisation.name, invitedBy: null }, token, db)
  })
  parts.print(`${email} may come in as ${role} of ${organisation.name} for ${invitationDays} days:`)
  parts.print(`${parts.settings.baseUrl}${paths.invitationWith(token)}`)
  parts.print('The same link goes out by mail.')
}

export const commands: readonly Command[] = [
  { name: 'invite', summary: 'Invites a person by mail and prints the link', usage, run: invite },
]
