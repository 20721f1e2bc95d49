// The link of the mail: opens without an account, changes nothing by being opened, and tells whoever has none nothing.
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, type ApartVisit, getApart, post, type Route } from '#platform/http/visit.ts'
import { answerAsking } from './actions/answer-asking.ts'
import { isGenuine, refusalDigest } from './consent-link.ts'
import { answerInput, linkInput } from './inputs.ts'
import { consentPath } from './paths.ts'
import { type Asking, findAsking } from './store-asking.ts'
import { AnsweredPage, ConsentPage } from './views/consent-page.tsx'

const openings: Limit = { name: 'answering whether to be named', tries: 60, seconds: 15 * 60 }

async function askingOf(c: AnyVisit): Promise<{ readonly asking: Asking; readonly action: string } | undefined> {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, linkInput)
  if (!query.valid) return undefined
  const asking = await findAsking(c.var.database.system, query.value.of)
  if (asking === undefined || !isGenuine(query.value, asking.email, c.var.settings.secret)) return undefined
  return { asking, action: consentPath(query.value) }
}

function drawAnswered(c: AnyVisit, what: 'agreed' | 'declined' | 'spent'): Promise<Response> {
  const { t, draw } = c.var
  const page = { title: t(`experts.consent-${what}`), status: what === 'spent' ? 410 : 200 } as const
  return unkept(draw(page, <AnsweredPage t={t} what={what} />))
}

async function drawConsent(c: ApartVisit | ActVisit, changed: boolean): Promise<Response> {
  const found = await askingOf(c)
  if (found === undefined) return drawAnswered(c, 'spent')
  const { t, draw } = c.var
  const page = { title: t('experts.consent'), status: changed ? 422 : 200 } as const
  return unkept(draw(page, <ConsentPage t={t} {...found} changed={changed} />))
}

const showConsent = (c: ApartVisit): Promise<Response> => drawConsent(c, false)

async function answer(c: ActVisit): Promise<Response> {
  const found = await askingOf(c)
  if (found === undefined) return drawAnswered(c, 'spent')
  const input = await readForm(c, answerInput)
  const agreed = input.valid && input.value.answer === 'yes'
  const { id, email } = found.asking
  const revision = input.valid ? input.value.revision : 0
  const digest = refusalDigest(email, c.var.settings.secret)
  const outcome = await answerAsking(c.var.database.system, { id, revision, agreed, digest }, c.var.now)
  if (!outcome.done) return drawConsent(c, true)
  return drawAnswered(c, agreed ? 'agreed' : 'declined')
}

export const consentRoutes: readonly Route[] = [
  getApart('/experts/consent', showConsent),
  post('/experts/consent', answer),
]
