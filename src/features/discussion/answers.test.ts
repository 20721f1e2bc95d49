// What becomes of a reply: changed, quoted, with names; and whom it never reaches.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
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

describe('changed', () => {
  test('the new wording says that it was changed, the earlier one can be read, the language is marked', async () => {
    const reply = await answer(beatriz, 'Dois mediadores.')
    expect(replyOn(await page(ada), reply)).not.toContain('changed')
    const form = await beatriz.page(`/replies/${reply}/edit`)
    expect(form).toContain('Dois mediadores.')
    const change = { text: 'Drei Mediatoren.', lang: 'de', revision: '1' }
    expect((await beatriz.post(`/replies/${reply}`, change)).status).toBe(303)
    const shown = replyOn(await page(ada), reply)
    expect(shown).toMatch(/lang="de"[\s\S]*Drei Mediatoren/)
    expect(shown).toContain(`href="/replies/${reply}/wordings"`)
    const wordings = await ada.page(`/replies/${reply}/wordings`)
    expect(wordings.indexOf('Drei Mediatoren')).toBeLessThan(wordings.indexOf('Dois mediadores'))
    expect(wordings).toMatch(/lang="pt"[^>]*>[\s\S]*Dois mediadores/)
  })

  test('two tabs: the second is told, sees what it typed, and overwrites nothing', async () => {
    const reply = await answer(beatriz, 'Primeiro.')
    const change = (text: string) => beatriz.post(`/replies/${reply}`, { text, lang: 'pt', revision: '1' })
    const both = await Promise.all([change('Segundo.'), change('Terceiro.')])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    const second = await sentence(both.find(({ status }) => status === 422) ?? new Response())
    expect(second).toContain('This was changed meanwhile')
    expect(await fill(town, `select count(*) from reply_version where reply_id = ${reply}`)).toBe(1)
  })

  test('saved as it was, it is not changed, and nobody is told twice', async () => {
    const reply = await answer(beatriz, 'Igual.')
    await beatriz.post(`/replies/${reply}`, { text: 'Igual.', lang: 'pt', revision: '1' })
    expect(await fill(town, `select revision from reply where id = ${reply}`)).toBe(1)
    while ((await town.work()) > 0);
    town.mails.length = 0
    await beatriz.post(`/replies/${reply}`, { text: 'Diferente.', lang: 'pt', revision: '1' })
    while ((await town.work()) > 0);
    expect(town.mails).toEqual([])
  })

  test('Assia cannot change it, read its form, or bring back an empty one', async () => {
    const reply = await answer(beatriz, 'É meu.')
    expect((await assia.get(`/replies/${reply}/edit`)).status).toBe(403)
    expect((await assia.post(`/replies/${reply}`, { text: 'Mine.', lang: 'en', revision: '1' })).status).toBe(403)
    expect((await ada.post(`/replies/${reply}`, { text: 'Mine.', lang: 'en', revision: '1' })).status).toBe(403)
    const empty = await beatriz.post(`/replies/${reply}`, { text: ' ', lang: 'pt', revision: '1' })
    expect(await sentence(empty)).toContain('Please write something first.')
  })

  test('taken back, every wording of it is gone, and it cannot be changed any more', async () => {
    const reply = await answer(beatriz, 'Um nome a mais.')
    await beatriz.post(`/replies/${reply}`, { text: 'Sem o nome.', lang: 'pt', revision: '1' })
    await beatriz.post(`/replies/${reply}/withdrawal`)
    const wordings = await ada.page(`/replies/${reply}/wordings`)
    expect(wordings).not.toMatch(/nome/)
    expect((await beatriz.post(`/replies/${reply}`, { text: 'Ainda.', lang: 'pt', revision: '2' })).status).toBe(403)
  })
})

describe('quoted', () => {
  test('the marked part stands above the answer with who said it, and leads there', async () => {
    const reply = await answer(beatriz, 'Começámos com **dois**. Depois vieram mais.')
    const form = await ada.page(`${(await ada.get(`/questions/${id}`)).headers.get('location')}?quote=${reply}`)
    expect(form).toContain('Começámos com dois. Depois vieram mais.')
    const mine = await answer(ada, 'Wer hat sie bezahlt?', { quote: reply, part: 'Começámos com dois.' })
    const shown = replyOn(await page(assia), mine)
    expect(shown).toMatch(/<blockquote[^>]*lang="pt"[\s\S]*Começámos com dois\.[\s\S]*Beatriz Ribeirinha Douro, Porto/)
    expect(shown).toContain(`?reply=${reply}#reply-${reply}`)
  })

  test('nobody is quoted with words that they did not write', async () => {
    const reply = await answer(beatriz, 'Foi difícil.')
    const forged = await ada.post(`/contributions/${id}/replies`, {
      ...{ text: 'Aha.', lang: 'de', quote: reply, part: 'Foi um desastre.' },
    })
    const again = await sentence(forged)
    expect(again).toContain('These words are not in the reply you quote.')
    expect(again).toContain('Aha.')
  })

  test('with the reply its words go, also where others quote them, on the page and in the table', async () => {
    const reply = await answer(beatriz, 'Isto não devia estar aqui.')
    const mine = await answer(ada, 'Danke.', { quote: reply })
    expect(replyOn(await page(assia), mine)).toContain('Isto não devia')
    await beatriz.post(`/replies/${reply}/withdrawal`)
    expect(await page(assia)).not.toContain('Isto não devia')
  })

  test('a reply of another contribution is not quoted: out of reach or not, the answer is the same', async () => {
    const narrow = await ask({ audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }, 'For two only, please read')
    const secret = await answer(beatriz, 'Segredo.', {}, narrow)
    const sentences = new Set<string>()
    for (const quote of [secret, '999999'])
      sentences.add(
        /error-summary[\s\S]*?<\/ul>/.exec(
          await sentence(await assia.post(`/contributions/${id}/replies`, { text: 'x', lang: 'en', quote })),
        )?.[0] ?? '',
      )
    expect(sentences.size).toBe(1)
    expect(await assia.page(`/questions/${id}?quote=${secret}`)).not.toContain('Segredo')
  })
})

describe('calling somebody', () => {
  test('Assia is told once, by name, also when she watches it; the name leads to her', async () => {
    await assia.post(`/contributions/${id}/watch`)
    while ((await town.work()) > 0);
    town.mails.length = 0
    const reply = await answer(beatriz, 'Pergunte a @Assia Verdonnel, ela sabe.')
    while ((await town.work()) > 0);
    const told = town.mails.filter(({ to }) => to.startsWith('assia'))
    expect(told.map(({ subject }) => subject)).toEqual([
      'Beatriz Ribeirinha Douro (Porto) mentions you: “Who walks at night with young people?”',
    ])
    expect(replyOn(await page(ada), reply)).toContain(
      '<a href="/people/assia-verdonnel" rel="nofollow noopener">@Assia',
    )
  })

  test('whom it does not reach cannot be called, and hears nothing; what was typed is kept', async () => {
    const narrow = await ask({ audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }, 'For two only, once more')
    town.mails.length = 0
    const given = await beatriz.post(`/contributions/${narrow}/replies`, { text: 'E @Assia Verdonnel?', lang: 'pt' })
    const again = await sentence(given)
    expect(again).toContain('With @ you named somebody who cannot read this.')
    expect(again).toContain('E @Assia Verdonnel?')
    while ((await town.work()) > 0);
    expect(town.mails).toEqual([])
    expect(await fill(town, `select count(*) from reply where contribution_id = ${narrow}`)).toBe(0)
  })

  test('only whom it reaches is proposed', async () => {
    const narrow = await ask({ audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }, 'For two only, and no more')
    expect(await ada.page(`/contributions/${id}/people?q=Assia`)).toContain('Assia Verdonnel')
    expect(await ada.page(`/contributions/${narrow}/people?q=Assia`)).not.toContain('Verdonnel')
    expect(await ada.page(`/contributions/${narrow}/people?q=Beatriz`)).toContain('Beatriz Ribeirinha Douro')
    expect((await assia.get(`/contributions/${narrow}/people?q=Be`)).status).toBe(404)
    expect(await ada.page(`/contributions/${id}/people?q=%25%25`)).not.toContain('data-name')
  })

  test('called in a changed reply she is told, and not when it is changed once more', async () => {
    await assia.post(`/contributions/${id}/watch/end`)
    const reply = await answer(beatriz, 'Não sei.')
    while ((await town.work()) > 0);
    town.mails.length = 0
    await beatriz.post(`/replies/${reply}`, { text: 'Talvez @Assia Verdonnel.', lang: 'pt', revision: '1' })
    while ((await town.work()) > 0);
    await beatriz.post(`/replies/${reply}`, { text: 'Com certeza @Assia Verdonnel.', lang: 'pt', revision: '2' })
    while ((await town.work()) > 0);
    expect(town.mails.map(({ to }) => to)).toEqual(['assia.verdonnel@lyon.example'])
  })
})
