// Handlers of messages: the inbox, writing to somebody, reading, and from whom one takes none.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { judgeTry, type Limit } from '#platform/http/limits.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { putAway } from './actions/put-away.ts'
import { setBlock } from './actions/set-block.ts'
import { type WriteRefusal, writeMessage } from './actions/write-message.ts'
import { blockInput, inboxQuery, messageInput, readerQuery } from './inputs.ts'
import type { Correspondent, OwnHindrance } from './message.ts'
import { messagePath, messagesPath } from './paths.ts'
import { mayWriteTo } from './permissions.ts'
import { findReader, getMessage, listMessages } from './store.ts'
import { findClosings, findHindrance } from './store-blocks.ts'
import { InboxPage } from './views/inbox-page.tsx'
import { MessageForm } from './views/message-form.tsx'
import { MessagePage } from './views/message-page.tsx'

/** More than anybody has to say, and fewer than a round letter has readers. */
const writing: Limit = { name: 'messages', tries: 30, seconds: 3600 }

const crumb = (c: AnyVisit) => ({ label: c.var.t('messages.title'), href: messagesPath })

async function showInbox(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  signedIn(c)
  const input = readQuery(c, inboxQuery)
  const { q, page } = input.valid ? input.value : inboxQuery.parse({})
  const [lines, closings] = await Promise.all([listMessages(db, { words: q, page }, t.lang), findClosings(db, t.lang)])
  return draw({ title: t('messages.title') }, <InboxPage t={t} q={q} page={lines} closings={closings} />)
}

interface Intended {
  readonly reader: Correspondent
  readonly hindrance: OwnHindrance | undefined
}

async function getReader(c: AnyVisit, db: Db, slug: string): Promise<Intended> {
  const reader = await findReader(db, slug, c.var.t.lang)
  if (reader === undefined) throw notFound()
  if (!mayWriteTo(signedIn(c), reader)) throw forbidden()
  return { reader, hindrance: await findHindrance(db, reader.id) }
}

function drawForm(c: AnyVisit, to: Intended, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  const status = issues.length > 0 ? 422 : 200
  const form = { t, ...to, typed, issues, once: onceMark(), largest: largestFile }
  return draw({ title: t('messages.write'), breadcrumb: [crumb(c)], status }, <MessageForm {...form} />)
}

async function showForm(c: PageVisit): Promise<Response> {
  const query = readQuery(c, readerQuery)
  const to = await getReader(c, c.var.db, query.valid ? query.value.to : '')
  return drawForm(c, to, { lang: c.var.t.lang }, [])
}

const issueOf = (refusal: WriteRefusal): Issue => {
  if (refusal === 'undeliverable') return { field: 'text', message: 'messages.refusal-undeliverable' }
  const values = { megabytes: Math.floor(largestFile / 1_048_576) }
  return { field: 'files', message: `discussion.refusal-${refusal}`, values }
}

async function write(c: ActVisit): Promise<Response> {
  const { asPerson, settings, now } = c.var
  const viewer = signedIn(c)
  const input = await readForm(c, messageInput)
  const to = await asPerson((db) => getReader(c, db, String(input.typed['to'] ?? '')))
  if (!input.valid) return drawForm(c, to, input.typed, input.issues)
  const tooMany = judgeTry(writing, String(viewer.person.id), now, { field: 'text' })
  if (tooMany !== undefined) return drawForm(c, to, input.typed, [tooMany])
  const files = input.files.get('files') ?? []
  const sent = { ...input.typed, files: files.map(({ name, size }) => [name, size]) }
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent }, () =>
    writeMessage(asPerson, viewer, to.reader, input.value, { files, dataDir: settings.dataDir }),
  )
  if (!outcome.done) return drawForm(c, to, input.typed, [issueOf(outcome.refusal)])
  return c.var.seeOther(messagePath(outcome.value, input.value.title), 'messages.done-sent')
}

async function showMessage(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const id = idFrom(c.req.param('address'))
  const [message, things] = await Promise.all([getMessage(db, id, t.lang), readShared(c, 'message', id ?? 0)])
  const shared = drawShared(c, message, things)
  return draw({ title: message.title, breadcrumb: [crumb(c)] }, <MessagePage {...{ t, message, shared }} />)
}

async function done(c: ActVisit): Promise<Response> {
  await putAway(c.var.asPerson, signedIn(c), idFrom(c.req.param('address')))
  return c.var.seeOther(messagesPath, 'messages.done-away')
}

const blocking = (wanted: boolean) =>
  async function setBlocked(c: ActVisit): Promise<Response> {
    const viewer = signedIn(c)
    const input = await readForm(c, blockInput)
    if (!input.valid) throw notFound()
    await setBlock(c.var.asPerson, viewer, input.value.whom, wanted)
    return c.var.seeOther(`${messagesPath}#closings`, wanted ? 'messages.done-blocked' : 'messages.done-opened')
  }

export const routes: readonly Route[] = [
  get(messagesPath, showInbox),
  post(messagesPath, write, 5 * largestFile),
  get('/messages/new', showForm),
  post('/messages/blocks', blocking(true)),
  post('/messages/blocks/end', blocking(false)),
  get('/messages/:address', showMessage),
  post('/messages/:address/done', done),
]
