// Whom one finds in the directory: by their function, by what they can be asked about in whatever language; and nothing past consents.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { sendProfile } from './fixtures.ts'
import { readAskMeAbout } from './read-ask-me-about.ts'
import { listKnowing } from './store-knowing.ts'

let town: Town
let jonte: Visitor
let rachid: Visitor
const profile = {
  name: 'Jonte Pfalzgräfer',
  textLang: 'de',
  functionTitle: 'Gewässerwart',
  functionEn: 'Keeper of waters',
  'languages[]': ['de'],
  'concepts[]': [] as string[],
  askMeAbout: 'Fragen Sie mich nach Videoüberwachung, und was sie kostet',
}
const finds = async (who: Visitor, query: string): Promise<boolean> =>
  (await who.page(`/people?${query}`)).includes('href="/people/jonte-pfalzgrafer"')
const knows = async (): Promise<boolean> => {
  const id = await town.personId('jonte-pfalzgrafer')
  const known = await listKnowing(town.database.system, ['video'])
  return known.some(({ personId }) => personId === id)
}

beforeAll(async () => {
  town = await openTown()
  jonte = await town.as('jonte-pfalzgrafer')
  rachid = await town.as('rachid-maasdonk')
  expect((await sendProfile(jonte, profile)).status).toBe(303)
})

test('by the function, at home or in English, and not by other words of the profile', async () => {
  for (const task of ['gewässer', 'keeper', 'of waters']) expect(await finds(rachid, `task=${task}`), task).toBe(true)
  for (const task of ['kostet', '100%', '_', '\\'])
    expect(await finds(rachid, `task=${encodeURIComponent(task)}`), task).toBe(false)
})

test('by what one can be asked about: by topic in another language, and by the words themselves', async () => {
  expect(await finds(rachid, 'about=CCTV')).toBe(true)
  expect(await finds(rachid, 'about=Kameraüberwachung')).toBe(true)
  expect(await finds(rachid, 'about=kostet+videoüberwachung')).toBe(true)
  expect(await finds(rachid, 'about=graffiti')).toBe(false)
  expect(await finds(rachid, 'about=CCTV&task=keeper&country=DE')).toBe(true)
  expect(await finds(rachid, 'about=CCTV&country=NL')).toBe(false)
})

test('and routing knows of it too', async () => expect(await knows()).toBe(true))

test('words from before topics were kept are read once', async () => {
  await rowsOf(town, `delete from profile_entry where field = 'ask-concept'`)
  expect(await knows()).toBe(false)
  await readAskMeAbout({ system: town.database.system })
  await readAskMeAbout({ system: town.database.system })
  expect(await knows()).toBe(true)
})

test('the topics of words that are shown to fewer are told to no more', async () => {
  await sendProfile(jonte, { ...profile, consentAskMeAbout: 'organisation', consentFunction: 'nobody' })
  expect(await finds(rachid, 'about=CCTV')).toBe(false)
  expect(await finds(rachid, 'task=keeper')).toBe(false)
  expect(await knows()).toBe(false)
  expect(await finds(await town.as('almut-westrichter'), 'about=CCTV')).toBe(true)
})

describe('of a city that has left', () => {
  const set = (active: boolean, state: string) =>
    rowsOf(
      town,
      `with o as (update organisation set active = ${active} where slug = 'de-kaiserslautern' returning id),
        f as (delete from forum_member m using o where m.organisation_id = o.id),
        m as (update member m set state = '${state}' from o where m.organisation_id = o.id)
        insert into fact (name, organisation_id, audience_id) select 'member.changed', id, 1 from o returning 1 as told`,
    )
  const settle = async (): Promise<void> => {
    while ((await town.work()) > 0);
  }
  const inSearch = async (): Promise<boolean> =>
    (await rachid.page('/search?q=Pfalzgräfer')).includes('jonte-pfalzgrafer')
  beforeAll(settle)

  test('a suspension is read off no list', async () => {
    await set(false, 'demonstration')
    await settle()
    expect(await finds(rachid, 'q=Pfalzgräfer')).toBe(true)
    expect(await inSearch()).toBe(true)
  })

  test('nobody stands in the directory, in its counts or in the search; their colleagues know them', async () => {
    expect(await rachid.page('/people?q=Pfalzgräfer')).toContain('One person')
    await set(false, 'left')
    await settle()
    expect(await finds(rachid, 'q=Pfalzgräfer')).toBe(false)
    expect(await rachid.page('/people?q=Pfalzgräfer')).not.toContain('One person')
    expect(await inSearch()).toBe(false)
    expect(await finds(await town.as('almut-westrichter'), 'q=Pfalzgräfer')).toBe(true)
  })

  test('what they wrote still names them, and they come back with their city', async () => {
    expect((await rachid.get('/people/jonte-pfalzgrafer')).status).toBe(200)
    await set(true, 'member')
    await settle()
    expect(await finds(rachid, 'q=Pfalzgräfer')).toBe(true)
    expect(await inSearch()).toBe(true)
  })
})
