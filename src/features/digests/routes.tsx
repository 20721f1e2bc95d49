// Handlers: one's next digest on a page, the mail itself, a copy of it now; and the setting of the office.
import { createHash } from 'node:crypto'
import { done } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { framedPolicy, framingPolicy } from '#platform/http/safety.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { textOf } from '#platform/mail/mail.ts'
import { recordFact } from '#trunk/facts.ts'
import { findRhythms, findSetting, noticesSettingsPath, wallAt } from '../notices/public.ts'
import { setLetters } from './actions/set-letters.ts'
import { nextDigest, zoneFor } from './due.ts'
import { isEmpty, saysNews } from './edition.ts'
import { copyInput, settingInput } from './inputs.ts'
import { letterStyle } from './letter-style.ts'
import { listOwnRhythms } from './own-rhythms.ts'
import { copiesPath, digestPath, letterPath, plainPath, settingPath } from './paths.ts'
import { maySetLetters } from './permissions.ts'
import { findOwnLast, listSaid } from './store.ts'
import { findCountry, mayTellAmber } from './store-told.ts'
import { DigestPage } from './views/digest-page.tsx'
import { SettingPage } from './views/setting-page.tsx'
import { type Digest, writeDigest } from './write-digest.ts'

/** The next digest of whoever looks, written from what they see now; undefined parts: none is wanted, or nothing is to be told. */
async function nextOf(c: PageVisit) {
  const { db, now, settings } = c.var
  const { person } = signedIn(c)
  const [rhythms, setting] = [await findRhythms(db, person.id), await findSetting(db, person.id)]
  const searches = (await listOwnRhythms(c.var.features, db, [person.id]))(person.id)
  const country = await findCountry(db, person.organisationId)
  const habits = { personId: person.id, country, rhythms, searches, setting }
  const next = nextDigest(habits, await findOwnLast(db, person.id), now)
  if (next === undefined) return { next: undefined, digest: undefined }
  const digest: Digest = await writeDigest(c, { rhythms, searches, weekly: next.weekly, day: next.day }, settings)
  const { time } = wallAt(next.at, zoneFor(habits))
  const fresh = saysNews(digest.edition, await listSaid(db, person.id, now))
  return { next: { day: next.day, time, fresh }, digest: isEmpty(digest.edition) ? undefined : digest }
}

async function showDigest(c: PageVisit): Promise<Response> {
  const { t, draw } = c.var
  const { next, digest } = await nextOf(c)
  c.header('content-security-policy', framingPolicy)
  const props = { next, subject: digest?.letter.subject, settingsPath: noticesSettingsPath, once: onceMark() }
  return unkept(draw({ title: t('digests.title'), styles: ['digest-letter.css'] }, <DigestPage t={t} {...props} />))
}

const styleHash = `'sha256-${createHash('sha256').update(letterStyle).digest('base64')}'`

async function showLetter(c: PageVisit): Promise<Response> {
  const { digest } = await nextOf(c)
  if (digest === undefined) return c.var.seeOther(digestPath)
  c.header('content-security-policy', framedPolicy(styleHash))
  c.header('x-frame-options', 'SAMEORIGIN')
  return unkept(c.html(digest.letter.html))
}

async function showText(c: PageVisit): Promise<Response> {
  const { digest } = await nextOf(c)
  if (digest === undefined) return c.var.seeOther(digestPath)
  return unkept(c.text(textOf(digest.letter)))
}

const copies: Limit = { name: 'digests sent to oneself', tries: 5, seconds: 60 * 60 }

async function sendCopy(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  const { typed: sent } = await readForm(c, copyInput)
  await doOnce(person.id, { mark: sent['once'], sent }, async () => {
    countTry(copies, String(person.id), c.var.now)
    await c.var.asPerson((db) => recordFact(db, { name: 'digest.requested', actor: person }))
    return done(true)
  })
  return c.var.seeOther(digestPath, 'digests.done-sent')
}

async function showSetting(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  if (!maySetLetters(viewer)) throw forbidden()
  return draw({ title: t('digests.setting') }, <SettingPage t={t} amber={await mayTellAmber(db)} />)
}

async function changeSetting(c: ActVisit): Promise<Response> {
  const form = await readForm(c, settingInput)
  await setLetters(c.var.asPerson, signedIn(c), form.valid && form.value.amber === 'yes', c.var.now)
  return c.var.seeOther(settingPath, 'digests.done-saved')
}

export const routes: readonly Route[] = [
  get(digestPath, showDigest),
  get(letterPath, showLetter),
  get(plainPath, showText),
  post(copiesPath, sendCopy),
  get(settingPath, showSetting),
  post(settingPath, changeSetting),
]
