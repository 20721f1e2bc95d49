// The own profile in two windows at once: what one changed the other does not undo, and consent is widened by none that did not see it.
import { beforeAll, describe, expect, test } from 'vitest'
import { isSignedIn } from '#kernel/viewer.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { saveOwnProfile } from './actions/save-profile.ts'
import { sendProfile, shownTo } from './fixtures.ts'
import { joinProfile, type ProfileValues, readShown } from './two-windows.ts'

let town: Town
let jonte: Visitor
const profile: Record<string, string | readonly string[]> = {
  name: 'Jonte Pfalzgräfer',
  textLang: 'de',
  functionTitle: 'Gewässerwart',
  functionEn: '',
  'languages[]': ['de', 'en'],
  'concepts[]': ['youth'],
  askMeAbout: 'Fragen Sie mich nach Bächen',
  phone: '+00 555 1',
  consentFunction: 'network',
  consentLanguages: 'network',
  consentConcepts: 'network',
  consentAskMeAbout: 'network',
  consentPhone: 'nobody',
  consentEmail: 'nobody',
}
const kept = async () => JSON.parse(await shownTo(jonte)) as ProfileValues
beforeAll(async () => {
  town = await openTown()
  jonte = await town.as('jonte-pfalzgrafer')
})

describe('two windows', () => {
  test('an older one does not widen again what the other narrowed, and both changes stay', async () => {
    await sendProfile(jonte, profile)
    const shown = await shownTo(jonte)
    expect((await sendProfile(jonte, { ...profile, consentFunction: 'nobody' })).status).toBe(303)
    const older = { ...profile, askMeAbout: 'Auch nach Brunnen', 'languages[]': ['de', 'en', 'fr'], shown }
    expect((await jonte.post('/people/me', older)).status).toBe(303)
    expect(await kept()).toMatchObject({ consentFunction: 'nobody', askMeAbout: 'Auch nach Brunnen' })
    expect([...(await kept()).languages].sort()).toEqual(['de', 'en', 'fr'])
  })

  test('the same field changed in both comes back with a sentence and with what was typed; consent with the narrower', async () => {
    await sendProfile(jonte, profile)
    const shown = await shownTo(jonte)
    await sendProfile(jonte, { ...profile, phone: '+00 555 2', consentEmail: 'organisation' })
    const older = { ...profile, phone: '+00 555 3', consentEmail: 'network', shown }
    const answer = await jonte.post('/people/me', older)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('There it is now: +00 555 2.')
    expect(page).toMatch(/name="phone"[^>]*value="\+00 555 3"|value="\+00 555 3"[^>]*name="phone"/)
    expect(await kept()).toMatchObject({ phone: '+00 555 2', consentEmail: 'organisation' })
    const email = /<select[^>]*name="consentEmail"[\s\S]*?<\/select>/.exec(page)?.[0] ?? ''
    expect(/<option[^>]*selected[^>]*>/.exec(email)?.[0]).toContain('organisation')
  })

  test('a form without a field leaves it as it is, and one that knows nothing widens nothing', async () => {
    await sendProfile(jonte, { ...profile, consentFunction: 'nobody' })
    const { name, textLang, functionTitle } = profile as Record<string, string>
    const few = { name: name ?? '', textLang: textLang ?? '', functionTitle: functionTitle ?? '' }
    const lists = { 'languages[]': profile['languages[]'] ?? [], 'concepts[]': profile['concepts[]'] ?? [] }
    expect((await jonte.post('/people/me', { ...few, ...lists })).status).toBe(303)
    expect(await kept()).toMatchObject({ consentFunction: 'nobody', phone: '+00 555 1' })
    for (const shown of ['', '[]', '{', 'null', '{"consentFunction":7}'])
      expect((await jonte.post('/people/me', { ...profile, shown })).status, shown).toBe(422)
    expect(await kept()).toMatchObject({ consentFunction: 'nobody' })
  })

  test('a click too many saves the same once more', async () => {
    const shown = await shownTo(jonte)
    const both = await Promise.all(
      [1, 2].map(() => jonte.post('/people/me', { ...profile, phone: '+00 555 4', shown })),
    )
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await kept()).toMatchObject({ phone: '+00 555 4' })
  })
})

test('a forum that was left since the form was read is answered with a sentence, and nothing is saved', async () => {
  const key = { personId: await town.personId('jonte-pfalzgrafer') }
  const before = await kept()
  const outcome = await town.database.write(key, async (_, viewer) => {
    if (!isSignedIn(viewer)) throw new Error('is in')
    const sent = { ...before, name: 'Somebody else', consentPhone: 'forum-999999' as const, shown: { ...before } }
    return saveOwnProfile((work) => town.database.write(key, work), viewer, {
      ...sent,
      languages: [...sent.languages],
      concepts: [...sent.concepts],
    })
  })
  expect(outcome).toMatchObject({ done: false, unknown: ['consentPhone'] })
  expect(await kept()).toEqual(before)
})

test('lists are joined one by one', () => {
  const now = { languages: ['de', 'nl'] } as unknown as ProfileValues
  const { values, conflicts } = joinProfile(
    { shown: { languages: ['de', 'en'] }, sent: { languages: ['en', 'fr'] }, now },
    [],
  )
  expect(values.languages).toEqual(['nl', 'fr'])
  expect(conflicts).toEqual([])
  expect(readShown('"text"')).toBeUndefined()
})
