// What belongs to a reply beside its words: files, what is kept while typed; and what came of all of them.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { answered, askedBy, pageOf, replyOn, sentence } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
let id: string
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
  id = await ask({ audience: '2' })
})
beforeEach(() => forgetTries())

const ask = (audience: Record<string, string>, text?: string) => askedBy(ada, audience, text)
const answer = (who: Visitor, text: string, more: Record<string, string | File> = {}, of = id) =>
  answered(who, of, text, more)
const page = (who: Visitor, of = id) => pageOf(who, of)

describe('with files', () => {
  const file = () => new File(['Plano de turnos'], 'turnos.txt', { type: 'text/plain' })
  const fileOn = (html: string): string => /href="(\/attachments\/\d+\/turnos\.txt)"/.exec(html)?.[1] ?? ''

  test('what a reply brings reaches whom the reply reaches, and goes with it', async () => {
    const reply = await answer(beatriz, 'Aqui está.', { files: file() })
    const address = fileOn(replyOn(await page(assia), reply))
    expect((await assia.get(address)).status).toBe(200)
    expect((await town.visitor.get(address)).status).toBe(404)
    const removal = address.replace('turnos.txt', 'removal')
    for (const who of [ada, assia]) expect((await who.post(removal)).status).toBe(403)
    await beatriz.post(`/replies/${reply}/withdrawal`)
    expect((await assia.get(address)).status).toBe(404)
  })

  test('whoever wrote it removes the file alone; what cannot be taken leaves no reply behind', async () => {
    const reply = await answer(beatriz, 'Mais um.', { files: file() })
    const address = fileOn(replyOn(await page(beatriz), reply))
    expect((await beatriz.post(address.replace('turnos.txt', 'removal'))).status).toBe(303)
    expect((await assia.get(address)).status).toBe(404)
    const program = new File(['<svg onload="alert(1)">'], 'a.svg', { type: 'image/svg+xml' })
    const count = `select count(*) from reply where contribution_id = ${id}`
    const before = await fill(town, count)
    const given = await beatriz.post(`/contributions/${id}/replies`, { text: 'Olhe.', lang: 'pt', files: program })
    expect(await sentence(given)).toContain('This kind of file cannot be attached.')
    expect(await fill(town, count)).toBe(before)
  })
})

describe('kept while typed', () => {
  const keep = (who: Visitor, text: string) =>
    who.post(`/contributions/${id}/replies/kept`, { text, lang: 'fr', once: 'x' })

  test('it stands in the field again, in another session too, for nobody else, until it is sent', async () => {
    expect((await keep(assia, 'Chez nous, on a')).status).toBe(204)
    const elsewhere = await town.as('assia-verdonnel')
    const shown = await page(elsewhere)
    expect(shown).toMatch(/<textarea[^>]*>\s*Chez nous, on a/)
    expect(await elsewhere.page('/')).toContain('Chez nous, on a')
    for (const who of [ada, beatriz]) {
      expect(await page(who)).not.toContain('Chez nous')
      expect(await who.page('/unsent-replies')).not.toContain('Chez nous')
    }
    await answer(assia, 'Chez nous, on a deux médiateurs.', { lang: 'fr' })
    expect(await elsewhere.page('/unsent-replies')).not.toContain('Chez nous')
  })

  test('when the question is withdrawn meanwhile, the words come back to whoever wrote them, and nothing else does', async () => {
    const other = await ask({ audience: '2' }, 'A question that is withdrawn soon')
    await assia.post(`/contributions/${other}/replies/kept`, { text: 'Attendez', lang: 'fr' })
    await ada.post(`/questions/${other}/withdrawal`)
    const late = await assia.post(`/contributions/${other}/replies`, { text: 'Attendez, j’arrive', lang: 'fr' })
    expect(late.status).toBe(404)
    const told = await late.text()
    expect(told).toContain('Attendez, j’arrive')
    const unsent = await assia.page('/unsent-replies')
    expect(unsent).toContain('Attendez')
    for (const html of [told, unsent]) expect(html).not.toContain('withdrawn soon')
    await assia.post('/unsent-replies/removal', { of: other })
    expect(await assia.page('/unsent-replies')).not.toContain('Attendez')
  })

  test('sent twice by a double click it is one reply', async () => {
    const once = /name="once" value="([^"]+)"/.exec(await page(assia))?.[1] ?? ''
    const twice = await Promise.all([0, 1].map(() => answer(assia, 'Une seule fois.', { once })))
    expect(new Set(twice).size).toBe(1)
  })
})

describe('summed up', () => {
  test('Ada says what came of it; it stands on top, earlier wordings stay, and nobody else may', async () => {
    expect(await page(ada)).toContain(`/contributions/${id}/summary/edit`)
    expect(await page(beatriz)).not.toContain('/summary/edit')
    for (const who of [beatriz, assia]) {
      expect((await who.get(`/contributions/${id}/summary/edit`)).status).toBe(403)
      expect((await who.post(`/contributions/${id}/summary`, { text: 'No.', lang: 'en', number: '0' })).status).toBe(
        403,
      )
    }
    const write = (text: string, number: string) =>
      ada.post(`/contributions/${id}/summary`, { text, lang: 'en', number })
    expect((await write('Start with **two** people.', '0')).status).toBe(303)
    expect((await write('Start with two, on Fridays.', '1')).status).toBe(303)
    const shown = await page(beatriz)
    expect(shown.indexOf('on Fridays')).toBeLessThan(shown.indexOf('class="reply"'))
    expect(await beatriz.page(`/contributions/${id}/summary`)).toContain('<strong>two</strong> people')
    const second = await write('Written in another tab.', '1')
    expect(await sentence(second)).toContain('This was changed meanwhile')
  })

  test('a narrowed question takes its summary along', async () => {
    const narrow = await ask({ audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }, 'For two only, summed up')
    await answer(beatriz, 'Sim.', {}, narrow)
    await ada.post(`/contributions/${narrow}/summary`, { text: 'Nobody else reads this.', lang: 'en', number: '0' })
    expect(await beatriz.page(`/contributions/${narrow}/summary`)).toContain('Nobody else reads this.')
    for (const who of [assia, town.visitor])
      expect((await who.get(`/contributions/${narrow}/summary`)).status).toBe(404)
  })
})

test('what is hostile stays inert: markup, names with signs, a quote that is a program', async () => {
  const reply = await answer(
    beatriz,
    '<img src=x onerror=alert(1)> @<script>x</script> @[Assia Verdonnel](javascript:alert(1))',
  )
  const shown = replyOn(await page(ada), reply)
  expect(shown).not.toMatch(/<img|<script|href=.javascript/)
  const rows = await rowsOf<{ part: string }>(town, `select part from reply_quote where part ~ '[<>]'`)
  expect(rows).toEqual([])
})
