// Polls as cities use them: asked in a form, answered in another, read by those who answered.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { ask, end, giveAnswer, given, inDays, pollFields } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
let jonte: Visitor
let almut: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
  jonte = await town.as('jonte-pfalzgrafer')
  almut = await town.as('almut-westrichter')
})

describe('Asking', () => {
  test('begins with one line, and shows what was asked before about the same', async () => {
    const earlier = await ask(town, assia, { title: 'Zwirbelhaken on benches' })
    while ((await town.work()) > 0);
    expect(await ada.page('/polls/new')).not.toContain('name="endsOn"')
    const form = await (await ada.post('/polls/new', { title: 'Zwirbelhaken?' })).text()
    expect(form).toContain('Perhaps it was asked before')
    expect(form).toContain(`/polls/${earlier}-`)
    expect(form).toMatch(/\d+ cities will be asked/)
    expect(form).toContain('name="endsOn"')
  })

  test('adds a question without losing what was typed, and narrows whom it asks', async () => {
    const { shown, ...rest } = pollFields(town)
    const typed = { ...rest, shown: '6', another: 'yes', 'countries[]': ['AT'], 'sizes[]': ['from-250000'] }
    const form = await (await ada.post('/polls/new', typed)).text()
    expect(form).toContain('name="words-7"')
    expect(form).toContain('value="Do your officers wear cameras?"')
    const meant = await fill(
      town,
      `select count(*) from organisation o join member m on m.organisation_id = o.id
       where o.active and o.country = 'AT' and m.population between 250000 and 499999`,
    )
    expect(form).toContain(meant === 1 ? 'One city will be asked' : `${meant} cities will be asked`)
    const id = await ask(town, ada, { 'countries[]': ['AT'], 'sizes[]': ['from-250000'], shown })
    expect(await fill(town, `select count(*) from poll_asked where contribution_id = ${id}`)).toBe(meant)
    expect((await beatriz.post(`/polls/${id}/answer`, given)).status).toBe(403)
    const page = await beatriz.page(`/polls/${id}-body-cameras-of-public-order-officers`)
    expect(page).toContain('Your city is not among those asked.')
    expect(page).toContain('250,000 to 500,000, Austria')
  })

  test('offers the countries of the register: that a city is suspended does not show', async () => {
    const alone = `select country from organisation where active and kind = 'municipality' group by country having count(*) = 1 limit 1`
    const [{ country = '' } = {}] = await rowsOf<{ country: string }>(town, alone)
    const offered = async () =>
      (await (await ada.post('/polls/new', { title: 'Cameras?' })).text()).includes(`value="${country}"`)
    const suspend = (active: boolean) =>
      rowsOf(
        town,
        `update organisation set active = ${active} where kind = 'municipality' and country = '${country}' and active = ${!active}`,
      )
    expect(await offered()).toBe(true)
    await suspend(false)
    expect(await offered()).toBe(true)
    await suspend(true)
  })

  test('tells what is wrong at each field, and keeps everything', async () => {
    const wrong = {
      ...pollFields(town),
      title: 'x',
      endsOn: '2027-02-30',
      audience: '1',
      'choices-2': 'The council\nthe council',
      'choices-3': 'Alone',
      'kind-4': 'colour',
    }
    const answer = await ada.post('/polls', wrong)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const sentence of [
      'at least three characters',
      'Please give a day.',
      'Two of the choices are the same.',
      'Please give at least two choices',
      'Please choose how it is answered.',
    ])
      expect(html).toContain(sentence)
    expect(html).toContain('We prepare a **decision**')
    for (const [field, sentence] of [
      [{ audience: '1' }, 'Please choose who can read the poll.'],
      [{ audience: '999999' }, 'Please choose who can read the poll.'],
      [{ endsOn: '2020-01-01' }, 'This day is past.'],
      [{ endsOn: inDays(town, 500) }, 'within the next twelve months'],
      [{ 'countries[]': ['MT'], 'sizes[]': ['from-500000'] }, 'No city fits this choice.'],
      [{ 'words-1': ' ', shown: '1' }, 'Please ask at least one question.'],
    ] as const) {
      const refused = await ada.post('/polls', { ...pollFields(town), ...field })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(sentence)
    }
  })

  test('by a double click asks once', async () => {
    const form = await (await ada.post('/polls/new', { title: 'Doubleclicked blorf' })).text()
    const once = /name="once" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const twice = { ...pollFields(town), title: 'Doubleclicked blorf', once }
    const [one, other] = await Promise.all([ada.post('/polls', twice), ada.post('/polls', twice)])
    expect(one.headers.get('location')).toBe(other.headers.get('location'))
    expect(await fill(town, `select count(*) from contribution where title = 'Doubleclicked blorf'`)).toBe(1)
  })
})

describe('Answering', () => {
  test('shows the answers of all others at once, with charts, a map and files', async () => {
    const id = await ask(town, ada)
    expect(await giveAnswer(beatriz, id)).toBe(303)
    expect(await giveAnswer(assia, id, { 'item-1': 'no', 'item-4': '300' })).toBe(303)
    const page = await assia.page(`/polls/${id}/answers`)
    for (const words of ['Porto', 'Lyon', 'The mayor', 'Streets; Events', '1,250', 'Little.'])
      expect(page).toContain(words)
    expect(page).toContain('2 cities, from 300 to 1,250; half of them at most 775\u00a0cameras')
    expect(page).toContain('map-marked')
    const csv = await assia.page(`/polls/${id}/answers.csv`)
    expect(csv).toContain('Porto,Portugal,Yes,The mayor,"Streets; Events",1250,Little.,,No')
    const xlsx = await assia.get(`/polls/${id}/answers.xlsx`)
    expect(xlsx.headers.get('content-disposition')).toContain(`poll-${id}-TLP-GREEN.xlsx`)
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })

  test('is one answer a city: who gave it and the coordinator change it, a colleague reads it', async () => {
    const id = await ask(town, ada)
    expect(await giveAnswer(jonte, id)).toBe(303)
    const karl = await fill(
      town,
      `insert into person (slug, name, email, role, organisation_id, lang) select 'karl', 'Karl', 'karl@stage.example', 'colleague', organisation_id, 'en'
       from person where slug = 'jonte-pfalzgrafer' returning id`,
    )
    const colleague = await town.as('karl')
    const page = await colleague.page(`/polls/${id}-body-cameras-of-public-order-officers`)
    expect(page).toContain('Given by Jonte Pfalzgräfer')
    expect(page).not.toContain('Change the answer')
    expect(await giveAnswer(colleague, id, { revision: '1' })).toBe(403)
    expect(await giveAnswer(almut, id, { 'item-4': '77', revision: '1' })).toBe(303)
    expect(await jonte.page(`/polls/${id}-body-cameras-of-public-order-officers`)).toContain(
      'Changed by Almut Westrichter',
    )
    expect(
      await fill(town, `select count(*) from poll_answer where contribution_id = ${id} and given_by <> ${karl}`),
    ).toBe(1)
  })

  test('twice at the same moment keeps one, and gives the other their words back with what holds now', async () => {
    const id = await ask(town, ada)
    const answers = await Promise.all([
      jonte.post(`/polls/${id}/answer`, { ...given, 'item-5': 'Jonte says so.', revision: '0' }),
      almut.post(`/polls/${id}/answer`, { ...given, 'item-5': 'Almut says so.', revision: '0' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    const refused = await answers.find(({ status }) => status === 422)?.text()
    expect(refused).toContain('Somebody of your city has answered meanwhile.')
    for (const words of ['Jonte says so.', 'Almut says so.']) expect(refused).toContain(words)
    expect(refused).toContain('name="revision" value="1"')
    expect(await fill(town, `select count(*) from poll_answer where contribution_id = ${id}`)).toBe(1)
  })

  test('with something missing or wrong says so at its field and keeps the rest', async () => {
    const id = await ask(town, ada)
    const wrong = { 'item-2': 'Somebody', 'item-4': 'many', 'item-5': 'Stays here.', revision: '0' }
    const answer = await beatriz.post(`/polls/${id}/answer`, wrong)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const sentence of ['Please choose yes or no.', 'one of the answers offered', 'Please give a number'])
      expect(html).toContain(sentence)
    expect(html).toContain('Stays here.')
    expect(html).toContain('value="many"')
  })

  test('after the end keeps nothing and gives the words back', async () => {
    const id = await ask(town, ada)
    await end(town, id)
    const answer = await beatriz.post(`/polls/${id}/answer`, { ...given, 'item-5': 'Too late.', revision: '0' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('This poll has ended meanwhile.')
    expect(html).toContain('Too late.')
    expect(await fill(town, `select count(*) from poll_answer where contribution_id = ${id}`)).toBe(0)
  })

  test('a poll that was withdrawn under a writer gives their words back', async () => {
    const id = await ask(town, ada)
    expect((await ada.post(`/polls/${id}/withdrawal`)).status).toBe(303)
    const answer = await beatriz.post(`/polls/${id}/answer`, { ...given, 'item-5': 'Written in vain.', revision: '0' })
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('Written in vain.')
  })

  test('is kept out of the file for passing on where the city wants it', async () => {
    const id = await ask(town, ada)
    await giveAnswer(beatriz, id, { inside: 'yes' })
    await giveAnswer(assia, id)
    expect(await assia.page(`/polls/${id}/answers`)).toContain('Not to be passed on outside the network')
    expect(await assia.page(`/polls/${id}/answers.csv`)).toMatch(/Porto.*,Yes\r\n/)
    expect(await assia.page(`/polls/${id}/answers.csv?passing=yes`)).not.toContain('Porto')
  })
})
