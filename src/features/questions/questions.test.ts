// Questions as people live them: answered, marked, open again, changed, withdrawn.
import { describe, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { ask, idOf, reply, text } from './fixtures.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const beatriz = await town.as('beatriz-ribeirinha-douro')

describe('An answer', () => {
  test('reaches whoever asked by mail; she says which one helped, and everybody sees it', async () => {
    const path = await ask(ada, { text: 'Who pays for the lamps in your parks at night?' })
    const first = await reply(beatriz, path, 'The **water** company, oddly.')
    while ((await town.work()) > 0);
    expect(town.mails.find(({ subject }) => subject.includes('Who pays for the lamps'))?.text).toContain('water')
    expect(await ada.page('/')).toContain('Who pays for the lamps')
    expect(await beatriz.page(path)).not.toContain('This helped')
    expect(await ada.page(path)).toContain('This helped')
    expect((await ada.post(`/questions/${idOf(path)}/answer`, { reply: first })).status).toBe(303)
    const page = await beatriz.page(path)
    expect(page).toMatch(/state-done">Answered</)
    expect(page).toContain('Answered: this reply helped')
    expect(page).toContain('The water company, oddly.')
    expect(page).toContain(`href="#reply-${first}"`)
    expect(await beatriz.page('/questions?state=answered')).toContain(path)
    expect(await beatriz.page('/questions?state=open')).not.toContain(path)
  })

  test('that is taken back is not quoted any more; the question stays answered until somebody opens it again', async () => {
    const path = await ask(ada, { text: 'Which forms do you use for night walks?' })
    const id = idOf(path)
    const given = await reply(beatriz, path, 'Ours is three lines long.')
    await ada.post(`/questions/${id}/answer`, { reply: given })
    await beatriz.post(`/replies/${given}/withdrawal`)
    const page = await ada.page(path)
    expect(page).not.toContain('three lines')
    expect(page).toContain('This question is answered.')
    const again = await ada.post(`/questions/${id}/answer`, { reply: given })
    expect(again.headers.get('set-cookie')).toContain('reply-gone')
    await ada.post(`/questions/${id}/answer/end`)
    expect(await ada.page(path)).toMatch(/state-new">Open</)
  })

  test('is said to help once, however often it is pressed; a page of before takes nothing back', async () => {
    const path = await ask(ada, { text: 'Who counts a double click twice?' })
    const id = idOf(path)
    const given = await reply(beatriz, path, 'Nobody should.')
    const told = () =>
      fill(town, `select count(*) from fact where name = 'question.answered' and contribution_id = ${id}`)
    await ada.post(`/questions/${id}/answer`)
    await Promise.all([1, 2].map(() => ada.post(`/questions/${id}/answer`, { reply: given })))
    expect(await told()).toBe(2)
    const late = await ada.post(`/questions/${id}/answer`)
    expect(late.headers.get('set-cookie')).toContain('done-answered')
    expect(await ada.page(path)).toContain('Answered: this reply helped')
    expect(await told()).toBe(2)
  })

  test('below another question, or none at all, helps nobody here', async () => {
    const [here, there] = [
      await ask(ada, { text: 'First of two questions' }),
      await ask(ada, { text: 'Second of two' }),
    ]
    const elsewhere = await reply(beatriz, there, 'Only there.')
    for (const wrong of [elsewhere, '2000000000', 'abc', '-1']) {
      await ada.post(`/questions/${idOf(here)}/answer`, { reply: wrong })
      expect(await ada.page(here)).toMatch(/state-new">Open</)
    }
  })

  test('is chosen by nobody of another city', async () => {
    const path = await ask(ada, { text: 'May anybody close this question?' })
    for (const act of ['answer', 'answer/end', 'withdrawal'])
      expect((await beatriz.post(`/questions/${idOf(path)}/${act}`)).status).toBe(403)
    expect((await beatriz.get(`/questions/${idOf(path)}/edit`)).status).toBe(403)
    expect((await beatriz.post(`/questions/${idOf(path)}`, { text })).status).toBe(403)
  })
})

describe('Below a question', () => {
  test('people answer: nobody is invited to ask there, on its page, by a form that comes back, or as a visitor', async () => {
    const path = await ask(ada, { text: 'Woran erkennt ihr eine gute Laterne?', audience: '1' })
    const jonte = await town.as('jonte-pfalzgrafer', 'de')
    const page = await jonte.page(path)
    expect(page).toMatch(/<h2[^>]*>Antworten</)
    expect(page).toContain('Noch keine Antwort. Auch ein kurzer Hinweis hilft.')
    expect(page).toMatch(/<label[^>]*>Ihre Antwort</)
    const again = await (await jonte.post(`/contributions/${idOf(path)}/replies`, { text: '', lang: 'de' })).text()
    expect(again).toMatch(/<h1[^>]*>Ihre Antwort</)
    for (const html of [page, again]) expect(html).not.toMatch(/Fragen und Antworten|Frage oder Antwort|Eine Frage ist/)
    expect(await town.visitor.page(path)).toMatch(/Sign in to reply</)
    await reply(beatriz, path, 'It does not blind.')
    expect(await jonte.page(path)).toMatch(/<h2[^>]*>Eine Antwort</)
  })

  test('and below a practice both, as before', async () => {
    const page = await ada.page(/\/practices\/\d+[\w-]*/.exec(await ada.page('/practices'))?.[0] ?? '')
    expect(page).toMatch(/<label[^>]*>Your question or reply</)
  })
})

describe('What was asked', () => {
  const fields = { title: 'Bänke im Park', lang: 'de', audience: '2', 'concepts[]': ['public-space'] }

  test('is changed, without losing that it was answered', async () => {
    const path = await ask(ada, { text: 'Bänke im Park, wer hat sie?', title: 'Bänke' })
    const id = idOf(path)
    await ada.post(`/questions/${id}/answer`)
    expect(await ada.page(`/questions/${id}/edit`)).toContain('Bänke im Park, wer hat sie?')
    const saved = await ada.post(`/questions/${id}`, { ...fields, text: 'Wer hat **Bänke** im Park?', revision: '1' })
    expect(saved.status).toBe(303)
    const page = await beatriz.page(saved.headers.get('location') ?? '')
    expect(page).toContain('Wer hat <strong>Bänke</strong> im Park?')
    expect(page).toMatch(/state-done">Answered</)
    expect((await beatriz.get(path)).status).toBe(301)
  })

  test('is not overwritten unseen by an older form', async () => {
    const path = await ask(ada, { text: 'Wer zuerst speichert?' })
    const id = idOf(path)
    await ada.post(`/questions/${id}`, { ...fields, text: 'Das steht jetzt da.', revision: '1' })
    const late = await ada.post(`/questions/${id}`, { ...fields, text: 'Das kam zu spät.', revision: '1' })
    const page = await late.text()
    expect(late.status).toBe(422)
    expect(page).toContain('Somebody else has saved meanwhile.')
    expect(page).toContain('Das steht jetzt da.')
    expect(page).toContain('Das kam zu spät.</textarea>')
    expect(page).toContain('name="revision" value="2"')
  })

  test('is withdrawn from every list and the search at once, and its readers are told that it is gone', async () => {
    const path = await ask(ada, { text: 'Wozu dient ein Zwirbelkasten am Bahnhof?' })
    while ((await town.work()) > 0);
    expect(await beatriz.page('/search?q=Zwirbelkasten')).toContain(path)
    expect((await ada.post(`/questions/${idOf(path)}/withdrawal`)).status).toBe(303)
    expect(await beatriz.page('/search?q=Zwirbelkasten')).not.toContain(path)
    expect(await beatriz.page('/questions')).not.toContain(path)
    expect((await beatriz.get(path)).status).toBe(410)
    expect((await ada.get(path)).status).toBe(200)
  })
})

describe('The list', () => {
  test('is narrowed by state, field of action, country and language, each with its number', async () => {
    const page = await ada.page('/questions?concept=nightlife')
    expect(page).toContain('Par où commencer la formation de médiateurs de nuit')
    expect(page).not.toContain('Cómo avisar de las estafas')
    const other = await ada.page('/questions?country=ES&language=es')
    expect(other).toContain('Cómo avisar de las estafas')
    expect(other).not.toContain('Par où commencer')
    expect(await ada.page('/questions?state=answered&country=BE')).toContain('One question')
    expect(await ada.page('/questions?concept=nonsense&country=de&page=x&state=closed')).toContain('Par où commencer')
  })

  test('beyond its last page leads to the last one; only where there is none nobody has asked', async () => {
    const beyond = await ada.get('/questions?state=answered&country=BE&page=999')
    expect([beyond.status, beyond.headers.get('location')]).toEqual([303, '/questions?state=answered&country=BE'])
    const french = (await ada.get('/questions?lang=fr&country=BE&page=999')).headers.get('location')
    expect(french).toBe('/questions?lang=fr&country=BE')
    const { visitor } = await openTown('empty')
    expect(await visitor.page('/questions')).toContain('Nobody has asked anything here yet.')
    expect((await visitor.get('/questions?page=2')).headers.get('location')).toBe('/questions')
  })
})
