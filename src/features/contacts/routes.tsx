// Handlers: the contacts of one organisation, and for offices the list of all.
import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { type TableFormat, tableFile, tableMediaTypes } from '#platform/tables/table-file.ts'
import { addContact } from './actions/add-contact.ts'
import { finishContact } from './actions/finish-contact.ts'
import { inOrder } from './contact.ts'
import { contactHeads, contactRow } from './export.ts'
import { contactInput, endInput, functionQuery, organisationQuery } from './inputs.ts'
import { contactListPath, contactsOf, contactsPath, endFieldOf } from './paths.ts'
import { maySteerContacts } from './permissions.ts'
import { findPlace, listContacts, listContactsOf, type SteeredPlace } from './store.ts'
import { ContactListPage } from './views/contact-list-page.tsx'
import { ContactsPage } from './views/contacts-page.tsx'

/** The organisation asked for, within reach; without one the viewer's own. */
async function getPlace(db: Db, { person }: SignedIn, slug: string | undefined): Promise<SteeredPlace> {
  const found = await findPlace(db, slug ?? person.organisationSlug, person.organisationId, person.lang)
  if (found === undefined) throw notFound()
  return found
}

async function drawContacts(c: AnyVisit, db: Db, place: SteeredPlace, issues: readonly Issue[], typed: Typed) {
  const { t, viewer, now, draw } = c.var
  const today = dayOf(now)
  const contacts = inOrder(await listContactsOf(db, place.id), today)
  const props = { place, contacts, today, issues, typed, steers: maySteerContacts(viewer) }
  const page = { title: t('contacts.title'), status: issues.length > 0 ? 422 : 200 } as const
  return unkept(draw(page, <ContactsPage t={t} {...props} />))
}

async function showContacts(c: PageVisit): Promise<Response> {
  const query = readQuery(c, organisationQuery)
  const place = await getPlace(c.var.db, signedIn(c), query.valid ? query.value.organisation : undefined)
  return drawContacts(c, c.var.db, place, [], {})
}

const slugIn = (typed: Typed): string | undefined =>
  typeof typed['organisation'] === 'string' ? typed['organisation'] : undefined

const sameFields = { 'other-email': 'email', 'other-phone': 'phone' } as const

async function add(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!maySteerContacts(viewer)) throw forbidden()
  const form = await readForm(c, contactInput)
  return c.var.asPerson(async (db) => {
    const place = await getPlace(db, viewer, slugIn(form.typed))
    if (!form.valid) return drawContacts(c, db, place, form.issues, form.typed)
    const outcome = await addContact(db, viewer, place.id, form.value)
    if (!outcome.done) {
      const issue = { field: sameFields[outcome.refusal], message: `contacts.issue-${outcome.refusal}` }
      return drawContacts(c, db, place, [issue], form.typed)
    }
    return c.var.seeOther(contactsOf(place.slug), 'contacts.added')
  })
}

async function finish(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!maySteerContacts(viewer)) throw forbidden()
  const form = await readForm(c, endInput)
  return c.var.asPerson(async (db) => {
    const place = await getPlace(db, viewer, slugIn(form.typed))
    const id = idFrom(c.req.param('id'))
    const field = endFieldOf(id ?? 0)
    const again = (issues: readonly Issue[]) =>
      drawContacts(c, db, place, issues, { [field]: form.typed['endsOn'] ?? '' })
    if (!form.valid) return again(form.issues.map((issue) => ({ ...issue, field })))
    const outcome = await finishContact(db, viewer, id, form.value.endsOn)
    if (outcome.done) return c.var.seeOther(contactsOf(place.slug), 'contacts.ended')
    return again([{ field, message: 'contacts.issue-too-early' }])
  })
}

async function chosen(c: PageVisit) {
  const { db, viewer, now, t } = c.var
  if (viewer.person?.role !== 'office') throw forbidden()
  const query = readQuery(c, functionQuery)
  const wanted = query.valid ? query.value.function : undefined
  return { wanted, contacts: await listContacts(db, dayOf(now), wanted, t.lang) }
}

async function showList(c: PageVisit): Promise<Response> {
  const { t, draw } = c.var
  return unkept(draw({ title: t('contacts.list-title') }, <ContactListPage t={t} {...(await chosen(c))} />))
}

const showFile = (format: TableFormat) =>
  async function serveFile(c: PageVisit): Promise<Response> {
    const { t } = c.var
    const { contacts } = await chosen(c)
    return c.body(await tableFile(format, t('contacts.list-title'), contactHeads, contacts.map(contactRow)), 200, {
      'content-type': tableMediaTypes[format],
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="contacts.${format}"`,
    })
  }

export const routes: readonly Route[] = [
  get(contactsPath, showContacts),
  post(contactsPath, add),
  post('/my-city/contacts/:id/end', finish),
  get(contactListPath, showList),
  get('/contacts.csv', showFile('csv')),
  get('/contacts.xlsx', showFile('xlsx')),
]
