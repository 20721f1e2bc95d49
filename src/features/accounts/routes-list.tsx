// Handlers of inviting many: give the list, read what is wrong with it, say yes.
import { languages } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { translator } from '#platform/i18n.ts'
import { decodeText } from '#platform/tables/decode.ts'
import { readCsv } from '#platform/tables/read-csv.ts'
import { inviteList, markTaken, TakenMeanwhile } from './actions/invite-list.ts'
import { invitationList, organisationQuery } from './inputs.ts'
import { dutyWords, type ListedPerson, mostInvited, readInvitationList } from './invitation-list.ts'
import { paths } from './paths.ts'
import { mayGiveRole, maySteerColleagues } from './permissions.ts'
import { getOrganisation } from './steered.ts'
import { ListPage, type ListPageProps } from './views/list-page.tsx'

const listsPerPerson: Limit = { name: 'lists of invitations', tries: 30, seconds: 60 * 60 }
const roles: readonly Role[] = ['colleague', 'coordinator']
const duties = dutyWords(
  languages.flatMap((lang) => roles.map((role) => [translator(lang)(`accounts.role-${role}`), role] as const)),
)
for (const role of roles) duties.set(role, role)

const drawList = (c: AnyVisit, props: Omit<ListPageProps, 't'>): Promise<Response> => {
  const title = c.var.t('accounts.list-title')
  const breadcrumb = [{ label: c.var.t('accounts.colleagues'), href: paths.colleagues(props.organisation.slug) }]
  const status = props.issues === undefined ? 200 : 422
  return unkept(c.var.draw({ title, breadcrumb, status }, <ListPage t={c.var.t} {...props} />))
}

async function showList(c: PageVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!maySteerColleagues(viewer)) throw forbidden()
  const query = readQuery(c, organisationQuery)
  const organisation = await getOrganisation(c.var.db, viewer, query.valid ? query.value.organisation : undefined)
  return drawList(c, { organisation, typed: { list: '', lang: c.var.t.lang }, people: [] })
}

/** What was typed, or else the file; a file's letters are those of its program. */
async function listOf(typed: string, file: File | undefined, lang: string): Promise<string | undefined> {
  if (file === undefined) return typed
  return decodeText(new Uint8Array(await file.arrayBuffer()), lang)?.text
}

const issue = (message: string): Issue[] => [
  { field: 'list', message: `accounts.issue-list-${message}`, values: { most: mostInvited } },
]

function rowsOf(list: string, lang: string): readonly (readonly string[])[] | Issue[] {
  const table = readCsv(new TextEncoder().encode(list), lang, { rows: mostInvited + 1, columns: 30 })
  if (table.done) return table.value.rows
  if (table.refusal === 'empty-file') return issue('empty')
  return issue(table.refusal === 'too-many-rows' ? 'long' : 'unreadable')
}

const isIssues = (rows: ReturnType<typeof rowsOf>): rows is Issue[] => rows.some((row) => 'field' in row)

async function takeList(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { t, now, asPerson, seeOther } = c.var
  if (!maySteerColleagues(viewer)) throw forbidden()
  countTry(listsPerPerson, String(viewer.person.id), now)
  const form = await readForm(c, invitationList)
  const list = await listOf(String(form.typed['list'] ?? ''), form.files.get('file')?.[0], t.lang)
  const typed = { ...form.typed, list: (list ?? '').slice(0, 60_000) }
  const slug = typeof form.typed['organisation'] === 'string' ? form.typed['organisation'] : undefined
  const answer = async (db: Db, sending: boolean): Promise<Response> => {
    const organisation = await getOrganisation(db, viewer, slug)
    const again = (issues: readonly Issue[] | undefined, people: readonly ListedPerson[] = []) =>
      drawList(c, { organisation, typed, people, issues })
    if (!form.valid) return again(form.issues)
    // What would be cut off is not invited in silence either.
    if (typed.list !== (list ?? '')) return again(issue('long'))
    const rows = rowsOf(typed.list, t.lang)
    if (list === undefined || isIssues(rows)) return again(isIssues(rows) ? rows : issue('unreadable'))
    const allowed = new Map([...duties].filter(([, role]) => mayGiveRole(viewer, role, organisation.id)))
    const people = await markTaken(db, readInvitationList(rows, { duties: allowed, lang: form.value.lang }))
    if (people.length === 0) return again(issue('empty'))
    const faulty = people.some((person) => person.issue !== undefined)
    if (!sending || faulty) return again(faulty ? issue('faulty') : undefined, people)
    const outcome = await inviteList(db, viewer, organisation.id, people, now)
    return outcome.done
      ? seeOther(paths.colleagues(organisation.slug), 'accounts.list-invited')
      : again(issue('faulty'), people)
  }
  return asPerson((db) => answer(db, form.valid && form.value.step === 'send')).catch((thrown: unknown) => {
    if (thrown instanceof TakenMeanwhile) return asPerson((db) => answer(db, false))
    throw thrown
  })
}

export const listRoutes: readonly Route[] = [
  get('/my-city/invitations/list', showList),
  post('/my-city/invitations/list', takeList),
]
