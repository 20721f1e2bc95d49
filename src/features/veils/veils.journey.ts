// A delicate question: asked as a member city, carried to who may know, declined by one and answered by another; then the
// office looks, and the asker reads why. As five people, with script and without.
import { beforeAll, expect } from 'vitest'
import { rowsOf } from '../../../testing/as-owner.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const reason = 'Eine Leserin sorgt sich um einen Menschen, von dem die Frage spricht.'

withAndWithoutScript(
  'Jonte asks as a member city, one who is asked says no, Ada replies, and Irena of the office looks with a reason',
  async (script) => {
    const word = script ? 'Wuzzelknoten' : 'Quaxschleife'
    const title = `Nachbarschaftsmediation am Ende, ${word}`
    const jonte = await street.open({ lang: 'de', person: 'jonte-pfalzgrafer', script, width: 360 })
    await jonte.goto(`/questions/new?${new URLSearchParams({ text: `${title}. Wer kennt das in Kaiserslautern?` })}`)
    await jonte.getByText('Heikel? Als „eine Mitgliedsstadt“ fragen').click()
    await jonte.getByLabel('Als „eine Mitgliedsstadt“ fragen, ohne meinen Namen').check()
    await jonte.getByRole('button', { name: 'Frage stellen' }).click()
    await jonte.getByText('Im Titel oder im Text steht der Name Ihrer Stadt').first().waitFor()
    await writeText(jonte, 'text', `${title}. Wer kennt das?`, script)
    await jonte.getByRole('textbox', { name: 'Titel', exact: true }).fill(title)
    await jonte.getByRole('button', { name: 'Frage stellen' }).click()
    await jonte.getByText('Sie haben als „eine Mitgliedsstadt“ gefragt').waitFor()
    const path = new URL(jonte.url()).pathname
    while ((await street.town.work()) > 0);

    const [asked] = await rowsOf<{ slug: string }>(
      street.town,
      `select p.slug from asked_person a join person p on p.id = a.person_id where a.contribution_id = ${/\d+/.exec(path)?.[0]} and p.slug <> 'ada-lindmoser' limit 1`,
    )
    const somebody = await street.open({ lang: 'fr', person: asked?.slug ?? '', script, theme: 'dark' })
    await somebody.goto('/')
    await somebody.getByRole('heading', { name: 'Vous le savez peut-être' }).waitFor()
    await somebody.getByRole('link', { name: title }).first().click()
    await somebody.getByText('Cette question s’adresse aussi à vous').waitFor()
    expect(await somebody.content()).not.toMatch(/kaiserslautern|pfalzgr/i)
    await somebody.getByRole('button', { name: 'Je ne peux pas aider' }).first().click()
    await somebody.getByText('Vous n’entendrez plus parler de cette question.').waitFor()

    const ada = await street.open({ lang: 'en', person: 'ada-lindmoser', script })
    await ada.goto(path)
    await ada.getByRole('link', { name: 'A member city' }).click()
    await ada.getByRole('heading', { level: 1, name: 'What “a member city” means' }).waitFor()
    await ada.goto(path)
    await writeText(ada, 'text', 'We ended one, and said so first to those who had helped.', script)
    await ada.getByRole('button', { name: 'Send' }).click()
    await ada.getByText('We ended one, and said so').first().waitFor()

    const irena = await street.open({ lang: 'de', person: 'irena-halvorsdottir-blau', script })
    await irena.goto(path)
    expect(await irena.content()).not.toMatch(/pfalzgr/i)
    await irena.getByRole('link', { name: 'Nachsehen, wer gefragt hat' }).click()
    await irena.getByLabel('Warum müssen Sie es wissen?').fill(reason)
    await irena.getByRole('button', { name: 'Begründung festhalten und nachsehen' }).click()
    await irena.getByText('Gefragt hat Jonte Pfalzgräfer, Kaiserslautern.').waitFor()

    await jonte.reload()
    await jonte.getByText(reason).waitFor()
    for (const page of [jonte, somebody, ada, irena]) await page.context().close()
    street.expectWell()
  },
)
