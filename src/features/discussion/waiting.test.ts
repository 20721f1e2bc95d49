// "For you" on the home page: a question reaches who ran it, until it is answered, done with, or out of reach.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
let clara: Visitor
beforeAll(async () => {
  town = await openTown()
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang)
    select 'clara', 'Clara Grazer', 'clara@stage.example', 'colleague', organisation_id, 'en' from person where slug = 'ada-lindmoser'`,
  )
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  clara = await town.as('clara')
})

// What the demonstration and the test before have left waiting.
beforeEach(() => fill(town, 'update reply set withdrawn_at = now() where withdrawn_at is null'))

const told = {
  ...{ title: 'Night walks', summary: 'Walks at night.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'] },
}
async function publish(
  who: Visitor,
  title: string,
  audience: Record<string, string> = { audience: '2' },
): Promise<string> {
  const path = (await who.post('/practices', { ...told, title, ...audience })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await who.post(`/practices/${id}/publication`)
  return id
}
/** Gives the reply's number. */
async function write(who: Visitor, id: string, text: string): Promise<string> {
  const answer = await who.post(`/contributions/${id}/replies`, { text, lang: 'pt' })
  return /#reply-(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
const done = (who: Visitor, reply: string) => who.post(`/replies/${reply}/reading`)
/** What waits for them, as the home page shows it; the count of its heading with it. */
async function waiting(who: Visitor): Promise<{ readonly count: string; readonly html: string }> {
  const html = /<section[^>]*id="waiting">[\s\S]*?<\/section>/.exec(await who.page('/'))?.[0] ?? ''
  return { count: /<h2>(\w+) questions? or/.exec(html)?.[1] ?? 'none', html }
}

describe('a question', () => {
  test('Beatriz asks in Portuguese: it waits for Ada, in its language, with the way to it, and for nobody else', async () => {
    const id = await publish(ada, 'Night walks')
    const reply = await write(beatriz, id, '**Quem** paga a comida?')
    const { count, html } = await waiting(ada)
    expect(count).toBe('One')
    expect(html).toMatch(/Beatriz Ribeirinha Douro, Porto[\s\S]*lang="pt">Quem paga a comida\?/)
    expect(html).toContain(`/practices/${id}-night-walks?reply=${reply}#reply-${reply}`)
    for (const who of [beatriz, jonte, clara]) expect((await waiting(who)).count).toBe('none')
    expect((await done(ada, reply)).headers.get('location')).toBe('/')
    expect((await waiting(ada)).count).toBe('none')
  })

  test('a colleague’s answer takes it off Ada’s list and puts it on Beatriz’s, who asked', async () => {
    const id = await publish(ada, 'Walks in spring')
    await write(beatriz, id, 'Quando?')
    const answer = await write(clara, id, 'Im April.')
    expect((await waiting(ada)).count).toBe('none')
    expect((await waiting(beatriz)).html).toContain('Im April.')
    await done(beatriz, answer)
    expect((await waiting(beatriz)).count).toBe('none')
    await write(clara, id, 'Und im Mai.')
    expect((await waiting(beatriz)).html).toMatch(/Und im Mai\.(?![\s\S]*Im April)/)
    await beatriz.post(`/contributions/${id}/watch/end`)
    expect((await waiting(beatriz)).count).toBe('none')
  })

  test('an answer that was taken back is none, and a question that was taken back is none', async () => {
    const id = await publish(ada, 'Walks in summer')
    const question = await write(beatriz, id, 'Onde?')
    const answer = await write(ada, id, 'Am Fluss.')
    expect((await waiting(ada)).count).toBe('none')
    await ada.post(`/replies/${answer}/withdrawal`)
    expect((await waiting(ada)).count).toBe('One')
    await beatriz.post(`/replies/${question}/withdrawal`)
    expect((await waiting(ada)).count).toBe('none')
  })

  test('after sixty days it waits no longer', async () => {
    const id = await publish(ada, 'Walks in winter')
    const reply = await write(beatriz, id, 'Ainda?')
    await fill(town, `update reply set created_at = now() - interval '61 days' where id = ${reply}`)
    expect((await waiting(ada)).count).toBe('none')
    await fill(town, `update reply set created_at = now() - interval '59 days' where id = ${reply}`)
    expect((await waiting(ada)).count).toBe('One')
    await done(ada, reply)
  })

  test('where the author has left the city, it waits for its coordinator, and not for other colleagues', async () => {
    const id = await publish(clara, 'Clara’s walks')
    await write(beatriz, id, 'E agora?')
    expect([(await waiting(clara)).count, (await waiting(ada)).count]).toEqual(['One', 'none'])
    await fill(town, `update person set left_at = now() where slug = 'clara'`)
    expect((await waiting(ada)).html).toContain('E agora?')
    await write(ada, id, 'Ich antworte.')
    expect((await waiting(ada)).count).toBe('none')
  })
})

describe('what is out of reach', () => {
  test('narrowed away from Beatriz, who watches it: neither list nor count tells, before any job has run', async () => {
    const id = await publish(ada, 'Narrowed later')
    await beatriz.post(`/contributions/${id}/watch`)
    const reply = await write(ada, id, 'Zwergenlaterne')
    expect((await waiting(beatriz)).html).toContain('Zwergenlaterne')
    const graz = await fill(
      town,
      `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`,
    )
    const narrow = { ...told, title: 'Narrowed later', audience: String(graz), revision: '1' }
    expect((await ada.post(`/practices/${id}`, narrow)).status).toBe(303)
    expect(await waiting(beatriz)).toEqual({ count: 'none', html: '' })
    expect(await beatriz.page('/')).not.toContain('Zwergenlaterne')
    expect([(await done(beatriz, reply)).status, (await done(beatriz, '999999')).status]).toEqual([404, 404])
  })

  test('what Jonte is done with still waits for Ada, and a visitor is asked to sign in', async () => {
    const id = await publish(ada, 'For all', { audience: '1' })
    const reply = await write(beatriz, id, 'Para todos?')
    expect((await done(jonte, reply)).status).toBe(303)
    expect((await done(town.visitor, reply)).status).toBe(401)
    expect((await waiting(ada)).html).toContain('Para todos?')
    const older = await write(beatriz, id, 'Mais uma?')
    await done(ada, older)
    await done(ada, reply)
    expect((await waiting(ada)).count).toBe('none')
  })

  test('TLP:RED waits for the named person, and is gone when they are named no longer', async () => {
    const id = await publish(ada, 'For two eyes', { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
    await beatriz.post(`/contributions/${id}/watch`)
    await write(ada, id, 'Geheim.')
    expect((await waiting(beatriz)).html).toContain('Geheim.')
    expect((await waiting(jonte)).count).toBe('none')
    await fill(town, `delete from audience_person where person_id = ${await town.personId('beatriz-ribeirinha-douro')}`)
    expect((await waiting(beatriz)).count).toBe('none')
  })
})
