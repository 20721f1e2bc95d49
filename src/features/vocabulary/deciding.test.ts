// The office of the network decides, once; whoever waits for it hears of it by mail.
import { describe, expect, test } from 'vitest'
import type { TrunkTables } from '#trunk/tables.ts'
import { openTown } from '../../../testing/app.ts'
import { acceptConcept, acceptWord, declineProposal, idIn, proposeConcept, proposeWord } from './fixtures.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser', 'de')
const beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
const irena = await town.as('irena-halvorsdottir-blau')
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const addresses = () => town.mails.map(({ to }) => to).sort()

describe('what waits', () => {
  test('stands on the office’s home page and leads to the decision; on nobody else’s', async () => {
    const path = await proposeWord(ada, { label: 'Erstlingswort' })
    await proposeWord(ada, { label: 'Zweitlingswort' })
    expect(await irena.page('/')).toMatch(/proposals for the thesaurus are waiting for you/)
    expect((await irena.get(`/proposals/${idIn(path)}/decision`)).status).toBe(200)
    expect(await irena.page(path)).toContain(`href="/proposals/${idIn(path)}/decision"`)
    for (const slug of ['ada-lindmoser', 'carsten-mittelweg'])
      expect(await (await town.as(slug)).page('/')).not.toContain('id="waiting-proposals"')
  })

  test('stands on the office’s home page once: what waits on top is not listed once more as new', async () => {
    await proposeWord(ada, { label: 'Einmalwort' })
    await proposeWord(beatriz, { label: 'Zweimalwort' })
    const page = (await irena.page('/')).split('<main')[1] ?? ''
    const shown = [...page.matchAll(/href="\/proposals\/(\d+)/g)].map(([, id]) => id)
    expect(shown.length).toBeGreaterThanOrEqual(3)
    expect(shown).toEqual([...new Set(shown)])
    expect((await (await town.as('carsten-mittelweg')).page('/')).split('<main')[1]).toContain('Einmalwort')
  })

  test('is decided by nobody but the office of the network: not by a forum’s, a coordinator or its author', async () => {
    const path = await proposeWord(ada, { label: 'Niemandswort' })
    for (const slug of ['carsten-mittelweg', 'assia-verdonnel', 'ada-lindmoser']) {
      const who = await town.as(slug)
      expect((await who.get(`/proposals/${idIn(path)}/decision`)).status).toBe(403)
      expect((await acceptWord(who, path)).status).toBe(403)
      expect((await declineProposal(who, path, 'No.')).status).toBe(403)
    }
    await town.as('ada-lindmoser', 'de')
    expect(await irena.page(path)).toContain('Waiting')
  })
})

describe('accepted', () => {
  test('with other words and in another place, it says so, by which office and when', async () => {
    const path = await proposeWord(ada, { label: 'Funkelding' })
    const answer = await acceptWord(irena, path, { label: 'Funkelwerk', concept: 'dark-spot' })
    expect(answer.headers.get('location')).toBe(path)
    const page = await beatriz.page(path)
    expect(page).toMatch(/Aceite em \d+ de \p{L}+ de \d{4} · Rede europeia/iu)
    expect(page).toContain('O secretariado alterou a redação.')
    expect(page).toMatch(/href="\/thesaurus\/dark-spot"[^>]*>Funkelwerk</)
    expect(await ada.page('/thesaurus/dark-spot')).toContain('Funkelwerk')
    expect(await ada.page('/thesaurus/lighting')).not.toContain('Funkelding</li>')
  })

  test('a concept needs an English word, which gives its address; then it stands below its field', async () => {
    const path = await proposeConcept(ada, { label: 'Ruhebucht', english: '' })
    const missing = await acceptConcept(irena, path, { label: 'Ruhebucht', english: '' })
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain('Please give the English word')
    expect((await acceptConcept(irena, path, { label: 'Ruhebucht', english: 'quiet bay' })).status).toBe(303)
    const page = await ada.page('/thesaurus/quiet-bay')
    expect(page).toContain('<h1>Ruhebucht</h1>')
    expect(page).toContain('href="/thesaurus/public-space"')
    expect(await beatriz.page('/thesaurus/quiet-bay')).toContain('<h1 lang="en">quiet bay</h1>')
  })

  test('what two proposals ask for is given once: the second comes back with a sentence', async () => {
    const one = await proposeWord(ada, { label: 'Zwillingswort' })
    const other = await proposeWord(beatriz, { label: 'zwillingswort', concept: 'dark-spot' })
    expect((await acceptWord(irena, one, { label: 'Zwillingswort' })).status).toBe(303)
    const answer = await acceptWord(irena, other, { label: 'zwillingswort', concept: 'dark-spot' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This word already belongs to “street lighting”.')
  })
})

describe('two officers at once', () => {
  test.each([
    ['both accept', 2, 0],
    ['both decline', 0, 2],
    ['one accepts, one declines', 1, 1],
  ])('%s: the second is told that it is decided', async (name, accepting, declining) => {
    const label = `Gleichzeitig ${name.replaceAll(/[^a-z]/g, '')}`
    const path = await proposeWord(ada, { label })
    const answers = await Promise.all([
      ...Array.from({ length: accepting }, () => acceptWord(irena, path, { label })),
      ...Array.from({ length: declining }, () => declineProposal(irena, path, 'We have it.')),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const notices = answers.map((answer) =>
      decodeURIComponent(/notice=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''),
    )
    expect(notices.filter((notice) => notice === 'vocabulary.refusal-decided')).toHaveLength(1)
  })

  test('what was taken back meanwhile cannot be decided, and what was decided cannot be taken back', async () => {
    const gone = await proposeWord(ada, { label: 'Zurückgenommen' })
    await ada.post(`/proposals/${idIn(gone)}/withdrawal`)
    expect((await acceptWord(irena, gone)).status).toBe(410)
    const kept = await proposeWord(ada, { label: 'Bleibewort' })
    await declineProposal(irena, kept, 'Not now.')
    await ada.post(`/proposals/${idIn(kept)}/withdrawal`)
    expect((await beatriz.get(kept)).status).toBe(200)
  })
})

describe('mails', () => {
  const fresh = async (label: string): Promise<string> => {
    const path = await proposeWord(ada, { label })
    await work()
    town.mails.length = 0
    return path
  }

  test('tell who proposed it and who watches it, once, in their language; never who decided', async () => {
    const path = await fresh('Benachrichtigungswort')
    for (const who of [beatriz, irena]) await who.post(`/contributions/${idIn(path)}/watch`)
    await acceptWord(irena, path, { label: 'Benachrichtigungswort' })
    await work()
    expect(addresses()).toEqual(['ada.lindmoser@graz.example', 'beatriz.ribeirinha-douro@porto.example'])
    const [german] = town.mails.filter(({ to }) => to.startsWith('ada'))
    expect(german?.subject).toBe('„Benachrichtigungswort“ steht im Thesaurus')
    expect(german?.text).toMatch(/http:\/\/localhost\/proposals\/\d+\n/)
    const tables = town.database.system.withTables<TrunkTables>()
    await tables.updateTable('fact').set({ queued_at: null }).where('name', '=', 'proposal.accepted').execute()
    await work()
    expect(town.mails).toHaveLength(2)
  })

  test('of a refusal give the reason, which also stands with the proposal; without one it is not refused', async () => {
    const path = await fresh('Ungewolltes Wort')
    const empty = await declineProposal(irena, path, '  ')
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Please give a reason.')
    await declineProposal(irena, path, 'It names people, <b>not</b> what they do.')
    await work()
    expect(town.mails.map(({ to }) => to)).toEqual(['ada.lindmoser@graz.example'])
    expect(town.mails[0]?.text).toContain('It names people, <b>not</b> what they do.')
    expect(await beatriz.page(path)).toContain('It names people, &lt;b&gt;not&lt;/b&gt; what they do.')
  })

  test('go to the coordinator where the author has left, and to nobody whom the proposal no longer reaches', async () => {
    const jonte = await town.as('jonte-pfalzgrafer')
    const path = await proposeWord(jonte, { label: 'Nachfolgewort' })
    await beatriz.post(`/contributions/${idIn(path)}/watch`)
    const tables = town.database.system.withTables<TrunkTables>()
    const { organisation_id } = await tables
      .selectFrom('contribution')
      .select('organisation_id')
      .where('id', '=', Number(idIn(path)))
      .executeTakeFirstOrThrow()
    await acceptWord(irena, path, { label: 'Nachfolgewort' })
    const own = tables.selectFrom('audience').select('id').where('organisation_id', '=', organisation_id)
    await tables
      .updateTable('contribution')
      .set({ audience_id: own })
      .where('id', '=', Number(idIn(path)))
      .execute()
    await tables.updateTable('person').set({ left_at: town.now }).where('slug', '=', 'jonte-pfalzgrafer').execute()
    town.mails.length = 0
    await work()
    expect(addresses()).toEqual(['almut.westrichter@kaiserslautern.example'])
  })
})
