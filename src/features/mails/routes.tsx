// Handlers: what the office sees of mails; and taking the own address up again, which ends at the link of a mail.
import { idFrom } from '#kernel/address.ts'
import { forbidden } from '#kernel/stop.ts'
import { unkept } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import {
  type ActVisit,
  type AnyVisit,
  type ApartVisit,
  get,
  getApart,
  type PageVisit,
  post,
  type Route,
  signedIn,
} from '#platform/http/visit.ts'
import { askConfirmation } from './actions/ask-confirmation.ts'
import { sendMailAgain } from './actions/send-again.ts'
import { isGenuine } from './confirming.ts'
import { confirmationInput } from './inputs.ts'
import { confirmationPath, mailsPath } from './paths.ts'
import { maySeeMails } from './permissions.ts'
import { countWaiting, endPause, findPausedPerson, listFailed, listPaused } from './store.ts'
import { ConfirmedPage, ConfirmingPage } from './views/confirming-page.tsx'
import { MailsPage } from './views/mails-page.tsx'

const askings: Limit = { name: 'confirming an address', tries: 5, seconds: 60 * 60 }
const openings: Limit = { name: 'confirming an address from a computer', tries: 60, seconds: 15 * 60 }

async function showMails(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  if (!maySeeMails(signedIn(c))) throw forbidden()
  const [waiting, failed, paused] = await Promise.all([
    countWaiting(db),
    listFailed(db, t.lang),
    listPaused(db, t.lang),
  ])
  return unkept(draw({ title: t('mails.title') }, <MailsPage {...{ t, waiting, failed, paused }} />))
}

async function sendAgain(c: ActVisit): Promise<Response> {
  await sendMailAgain(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), c.var.now)
  return c.var.seeOther(mailsPath, 'mails.done-again')
}

async function ask(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  countTry(askings, String(viewer.person.id), c.var.now)
  const asked = await askConfirmation(c.var.asPerson, viewer)
  return c.var.seeOther('/account', asked ? 'mails.done-asked' : 'mails.not-paused')
}

/** The link and whose pause it ends; undefined where it was made for another one, or there is none any more. */
async function readLink(c: ActVisit | ApartVisit) {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, confirmationInput)
  if (!query.valid) return undefined
  const paused = await findPausedPerson(c.var.database.system, query.value.by)
  const genuine = paused !== undefined && isGenuine(paused, query.value.code, c.var.settings.secret)
  return genuine ? { paused, action: confirmationPath(query.value) } : undefined
}

const drawConfirmed = (c: AnyVisit, spent: boolean): Promise<Response> => {
  const title = c.var.t(spent ? 'mails.confirming-spent' : 'mails.confirmed')
  return unkept(c.var.draw({ title, status: spent ? 410 : 200 }, <ConfirmedPage t={c.var.t} spent={spent} />))
}

async function showConfirming(c: ApartVisit): Promise<Response> {
  const link = await readLink(c)
  if (link === undefined) return drawConfirmed(c, true)
  const { t, draw } = c.var
  return unkept(draw({ title: t('mails.confirming') }, <ConfirmingPage t={t} action={link.action} />))
}

async function confirm(c: ActVisit): Promise<Response> {
  const link = await readLink(c)
  if (link !== undefined) await endPause(c.var.database.system, link.paused)
  return drawConfirmed(c, link === undefined)
}

export const routes: readonly Route[] = [
  get('/mails', showMails),
  post('/mails/:id/sending', sendAgain),
  post('/account/mail-confirmations', ask),
  getApart('/mails/confirmation', showConfirming),
  post('/mails/confirmation', confirm),
]
