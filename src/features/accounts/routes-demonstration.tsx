// In a demonstration only: entering as one of its invented people, and reading the mail that nobody sends out.
import { notFound } from '#kernel/stop.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { readOutbox } from '#platform/mail/send-mail.ts'
import { arrive, onward } from './arrival.ts'
import { enterDemonstration } from './inputs.ts'
import { readLetter } from './letter.ts'
import { findInventedPerson } from './store-before-sign-in.ts'
import { OutboxPage } from './views/outbox-page.tsx'

const entries: Limit = { name: 'entering the demonstration from a computer', tries: 200, seconds: 15 * 60 }
const lettersShown = 30

async function enter(c: ActVisit): Promise<Response> {
  if (!c.var.demonstration) throw notFound()
  countTry(entries, remoteAddress(c), c.var.now)
  const form = await readForm(c, enterDemonstration)
  const person = form.valid ? await findInventedPerson(c.var.database.system, form.value.person) : undefined
  if (!form.valid || person === undefined || !(await arrive(c, person.id, 'demonstration'))) throw notFound()
  return onward(c, form.value.next)
}

async function showOutbox(c: PageVisit): Promise<Response> {
  if (!c.var.demonstration) throw notFound()
  const raw = await readOutbox(c.var.settings.dataDir, lettersShown)
  const letters = await Promise.all(raw.map((text) => readLetter(text)))
  const body = <OutboxPage t={c.var.t} letters={letters} baseUrl={c.var.settings.baseUrl} />
  return unkept(c.var.draw({ title: c.var.t('accounts.demonstration-mail') }, body))
}

export const demonstrationRoutes: readonly Route[] = [post('/demo/enter', enter), get('/demo/mail', showOutbox)]
