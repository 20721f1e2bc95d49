// The register as a viewer sees it. Its public part is the same for everybody: each process keeps it, with the order of names in
// every language that was asked for, as long as the database says that nothing changed. What members work on is never kept: it is
// read each time, within the viewer's reach.
import type { Lang } from '#kernel/locale.ts'
import { remember } from '#kernel/remember.ts'
import type { Db } from '#platform/db/database.ts'
import { fieldsOf } from './fields.ts'
import type { Member } from './member.ts'
import { calledOf, inOrder, type Listed } from './register.ts'
import { listForums } from './store.ts'
import { findRegisterMark, listPublicMembers, listWork } from './store-register.ts'

interface Kept {
  readonly mark: string
  readonly members: readonly Listed[]
  readonly orders: Map<Lang, readonly Listed[]>
}

type Work = Pick<Listed, 'concepts' | 'fields'>

let kept: Kept | undefined

const nothing: readonly string[] = []

async function readPublic(db: Db, mark: string): Promise<Kept> {
  const [forums, rows] = await Promise.all([listForums(db), listPublicMembers(db)])
  const slugs = new Map(forums.map(({ id, slug }) => [id, slug]))
  const members = rows.map((member) => ({
    ...member,
    concepts: nothing,
    fields: nothing,
    forums: member.forumIds.map((id) => slugs.get(id)).filter((slug) => slug !== undefined),
    called: calledOf(member),
  }))
  return { mark, members, orders: new Map() }
}

/** Asked and read in the same transaction, which shows one moment: what is kept is what this mark stands for. */
async function getPublic(db: Db): Promise<Kept> {
  const mark = await findRegisterMark(db)
  if (kept?.mark === mark) return kept
  const fresh = await readPublic(db, mark)
  kept = fresh
  return fresh
}

function orderOf(register: Kept, lang: Lang): readonly Listed[] {
  const known = register.orders.get(lang)
  if (known !== undefined) return known
  const ordered = inOrder(register.members, lang)
  register.orders.set(lang, ordered)
  return ordered
}

/** All members in the order of the reader's language, without what they work on: for maps. */
export const readPublicRegister = async (db: Db, lang: Lang): Promise<readonly Listed[]> =>
  orderOf(await getPublic(db), lang)

const addNew = (to: string[], words: readonly string[]): void => {
  for (const word of words) if (!to.includes(word)) to.push(word)
}

/** By organisation what it works on, and the fields of action above it: asked of the thesaurus once for each concept. */
async function readWork(db: Db): Promise<ReadonlyMap<number, Work>> {
  const work = new Map<number, { concepts: string[]; fields: string[] }>()
  const fields = remember(5000, (concept) => fieldsOf([concept]))
  for (const { organisationId, concepts } of await listWork(db)) {
    const own = work.get(organisationId) ?? { concepts: [], fields: [] }
    work.set(organisationId, own)
    addNew(own.concepts, concepts)
    for (const concept of concepts) addNew(own.fields, fields(concept))
  }
  for (const { concepts } of work.values()) concepts.sort()
  return work
}

/** All members, with what they have in common with this work, as far as this viewer can see it: for comparing one with all. */
export async function readSharing(db: Db, lang: Lang, concepts: readonly string[]): Promise<readonly Member[]> {
  const wanted = new Set(concepts)
  const lines = wanted.size === 0 ? [] : await listWork(db, concepts)
  const shared = new Map<number, string[]>()
  for (const line of lines) {
    const own = shared.get(line.organisationId) ?? []
    shared.set(line.organisationId, own)
    addNew(
      own,
      line.concepts.filter((concept) => wanted.has(concept)),
    )
  }
  for (const own of shared.values()) own.sort()
  return (await readPublicRegister(db, lang)).map((member) => {
    const own = shared.get(member.id)
    return own === undefined ? member : { ...member, concepts: own }
  })
}

/** All members in the order of the reader's language, with what they work on as far as this viewer can see it. */
export async function readRegister(db: Db, lang: Lang): Promise<readonly Listed[]> {
  const [register, work] = await Promise.all([getPublic(db), readWork(db)])
  return orderOf(register, lang).map((member) => {
    const own = work.get(member.id)
    return own === undefined ? member : { ...member, ...own }
  })
}
