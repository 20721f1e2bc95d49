// The enquiry by anybody: what the page says, what is refused beside its field, and that nobody learns who has enquired.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Mail } from '#platform/feature.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { type MailParts, sendAddress } from './actions/send-address.ts'
import { enquire, enquiry, fileAt, workAll } from './fixtures.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-06-01T10:00:00Z')
})

describe('the page for everybody', () => {
  test('is open, speaks the reader’s language, and search engines may list it', async () => {
    expect(await town.visitor.page('/join')).toContain('What membership gives')
    const german = await (await town.visitor.get('/join', { 'accept-language': 'de' })).text()
    expect(german).toContain('Was die Mitgliedschaft bringt')
    expect(german).toContain('rel="canonical"')
  })

  test('works the fee out from the approved scale, with its steps', async () => {
    const html = await town.visitor.page('/join?inhabitants=99845&of=municipality')
    expect(html).toMatch(/a year, by the scale of \d{4}|no approved fee scale/)
    expect(html).toContain('value="99845"')
  })

  test.each(['many', '-5', '0', '1.5', '99999999999', '%00'])(
    'answers %s inhabitants with a sentence',
    async (typed) => {
      const answer = await town.visitor.get(`/join?inhabitants=${typed}`)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('as a whole number')
    },
  )
})

describe('the form', () => {
  test.each([
    ['population', 'many', 'as a whole number'],
    ['population', '-3', 'as a whole number'],
    ['populationYear', '20245', 'in four digits'],
    ['populationYear', '24', 'in four digits'],
    ['populationYear', '2027', 'This year is still to come'],
    ['contactEmail', 'wanda at lindenau', 'give an e-mail address'],
    ['name', '  ', 'give the name'],
    ['country', 'Germany', 'choose the country'],
    ['kind', 'office', 'say what you are'],
    ['lang', 'xx', 'choose a language'],
    ['registered', '999999999', 'Please choose one from the list'],
  ])('refuses %s “%s” beside the field and keeps all that was typed', async (field, typed, sentence) => {
    forgetTries()
    const answer = await town.visitor.post('/join', { ...enquiry, [field]: typed, message: 'Kept as it was' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(sentence)
    expect(html).toContain(`id="${field}-error"`)
    expect(html).toContain('Kept as it was')
  })

  test('tells all that is missing at once', async () => {
    const html = await (await town.visitor.post('/join', {})).text()
    for (const field of [
      'name',
      'country',
      'population',
      'populationYear',
      'populationSource',
      'contactName',
      'contactEmail',
    ])
      expect(html, field).toContain(`id="${field}-error"`)
  })

  test('reads figures as people write them', async () => {
    for (const population of ['48200', '48 200', '48.200', '48,200', '48’200']) {
      forgetTries()
      const file = await enquire(town, { population, contactEmail: `p${population.length}@lindenau.example` })
      expect(await file.page(), population).toContain('48,200')
    }
  })

  test('says of a member that it is one: the register is public', async () => {
    forgetTries()
    const id = await fill(town, `select id from organisation where slug = 'pt-porto'`)
    const answer = await town.visitor.post('/join', { ...enquiry, registered: String(id) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('is a member already')
  })
})

test('a suspended member stands in no list of those that may join: nobody learns of it here', async () => {
  forgetTries()
  const id = await fill(town, `select id from organisation where slug = 'be-ghent'`)
  await fill(
    town,
    `insert into suspension (membership_id, begins_on, reason) select id, app.today(), 'x' from membership
     where organisation_id = ${id} and forum_id is null returning id`,
  )
  expect(await fill(town, `select active::int from organisation where id = ${id}`)).toBe(0)
  // An address that nobody has asked yet: a page kept from before would prove nothing.
  expect(await town.visitor.page('/join?of=region')).not.toContain(`<option value="${id}"`)
  const answer = await town.visitor.post('/join', { ...enquiry, registered: String(id) })
  expect([answer.status, (await answer.text()).includes('is a member already')]).toEqual([422, true])
})

describe('the mail', () => {
  test('comes in the language that was chosen, with an address that opens the file', async () => {
    forgetTries()
    const file = await enquire(town, { lang: 'pl', contactEmail: 'wanda@lindenau.example' })
    const mail = town.mails.findLast(({ to }) => to === 'wanda@lindenau.example')
    expect(mail?.subject).toContain('Państwa akta')
    expect(await file.page()).toContain('Lindenau an der Wieslauf')
  })

  test('is sent once, also when the job runs again, and holds the only copy of the secret', async () => {
    forgetTries()
    const file = await enquire(town, { contactEmail: 'once@lindenau.example' })
    await workAll(town)
    expect(town.mails.filter(({ to }) => to === 'once@lindenau.example')).toHaveLength(1)
    const kept = await fill(
      town,
      `select position('${file.key}' in row_to_json(a)::text) from accession a where id = ${file.id}`,
    )
    expect(kept).toBe(0)
  })

  test('comes again when the job broke after it left: what lies in the mailbox last opens the file', async () => {
    forgetTries()
    const file = await enquire(town, { contactEmail: 'broken@lindenau.example' })
    // A mailbox, like ours, takes a mail of the same name once.
    const box = new Map<string, string>()
    const mail = async ({ id, text }: Mail): Promise<void> => {
      const name = id ?? `mail ${box.size}`
      if (!box.has(name)) box.set(name, text)
    }
    const settings = { baseUrl: 'http://localhost', networkName: 'x' } as MailParts['settings']
    const parts = { system: town.database.system, mail, settings, now: () => town.now }
    await sendAddress(parts, file.id)
    await sendAddress(parts, file.id)
    const address = /\/accessions\/\S+/.exec([...box.values()].at(-1) ?? '')?.[0] ?? ''
    expect((await fileAt(town.visitor, address).get()).status).toBe(200)
  })

  test('is sent anew by the office that decides; the old address ends', async () => {
    forgetTries()
    const file = await enquire(town, { contactEmail: 'lost@lindenau.example' })
    const office = await town.as('irena-halvorsdottir-blau')
    expect((await (await town.as('ada-lindmoser')).post(`/accessions/${file.id}/address`)).status).toBe(404)
    expect((await office.post(`/accessions/${file.id}/address`)).status).toBe(303)
    await workAll(town)
    const mails = town.mails.filter(({ to }) => to === 'lost@lindenau.example')
    expect(mails).toHaveLength(2)
    expect((await file.get()).status).toBe(404)
    const address = /\/accessions\/\S+/.exec(mails[1]?.text ?? '')?.[0] ?? ''
    expect((await fileAt(town.visitor, address).get()).status).toBe(200)
  })
})

describe('limits', () => {
  test('an address gets five enquiries a day, a computer twenty an hour', async () => {
    forgetTries()
    const answers: number[] = []
    for (let i = 0; i < 6; i += 1)
      answers.push((await town.visitor.post('/join', { ...enquiry, contactEmail: 'again@lindenau.example' })).status)
    expect(answers).toEqual([303, 303, 303, 303, 303, 429])
    for (let i = 0; i < 14; i += 1) await town.visitor.post('/join', {})
    expect((await town.visitor.post('/join', { ...enquiry, contactEmail: 'new@lindenau.example' })).status).toBe(429)
    forgetTries()
  })
})

test('whoever enquires learns nothing of others: the answer is the same for a name that has enquired already', async () => {
  forgetTries()
  await enquire(town, { name: 'Eulenbach', contactEmail: 'first@eulenbach.example' })
  const again = await town.visitor.post('/join', {
    ...enquiry,
    name: 'Eulenbach',
    contactEmail: 'second@eulenbach.example',
  })
  expect([again.status, again.headers.get('location')]).toEqual([303, '/join/sent'])
  for (const path of ['/join', '/', '/members', '/search?q=Eulenbach', '/api/v1/search?q=Eulenbach', '/sitemap.xml'])
    expect(
      (await town.visitor.page(path)).replaceAll('q=Eulenbach', '').replace(/value="Eulenbach"/g, ''),
      path,
    ).not.toMatch(/<a[^>]*>Eulenbach|accessions\//)
}, 60_000)
