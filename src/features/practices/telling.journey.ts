// Telling as people do it: as little as possible, with a browser that closes in the middle, and with a colleague abroad.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()

/** Counts what a person has to do. */
function counted(page: Page, script: boolean) {
  const effort = { clicks: 0, fields: 0 }
  return {
    effort,
    press: async (name: string): Promise<void> => {
      effort.clicks += 1
      await page.getByRole('button', { name, exact: true }).click()
    },
    tick: async (label: string): Promise<void> => {
      effort.clicks += 1
      await page.getByLabel(label, { exact: true }).first().check()
    },
    fill: async (label: string, text: string): Promise<void> => {
      effort.fields += 1
      await page.getByLabel(label).fill(text)
    },
    write: async (name: string, text: string): Promise<void> => {
      effort.fields += 1
      await writeText(page, name, text, script)
    },
  }
}

withAndWithoutScript('From the empty form to a published practice: five fields, nine clicks', async (script) => {
  const ada = await street.open({ person: 'ada-lindmoser', script })
  const { effort, press, tick, fill, write } = counted(ada, script)
  await ada.goto('/practices/new')
  await fill('Title', `Night walks with young people ${script}`)
  await fill('In short', 'Residents, youth workers and the office walk through the park at night.')
  await press('Save and continue')
  await write('problem', 'Young people and residents avoided the park after dark.')
  await press('Save and continue')
  await write('response', 'Street lighting was renewed, and youth workers walk every Friday night.')
  await press('Save and continue')
  await write('results', 'More people use the park at night.')
  await tick('0 – Not evaluated')
  await press('Save and continue')
  await press('Save and continue')
  await tick('street lighting')
  await press('Save and continue')
  await press('Publish')
  await says(ada, 'Published. Whoever may see it can now find it.')
  process.stdout.write(`empty form to published: ${effort.fields} fields, ${effort.clicks} clicks\n`)
  expect(effort).toEqual({ fields: 5, clicks: 9 })
  await ada.context().close()
  street.expectWell()
})

withAndWithoutScript(
  'Ada looks for a topic by its name; without script she unfolds the field of action',
  async (script) => {
    const ada = await street.open({ person: 'ada-lindmoser', script, width: 360 })
    await ada.goto('/practices/new')
    await ada.getByLabel('Title').fill(`Sought topics ${script}`)
    await ada.getByRole('button', { name: 'Save', exact: true }).click()
    await ada.goto(`${new URL(ada.url()).pathname.replace(/-.*/, '')}/edit?step=readers`)
    const search = ada.getByLabel('Search for a topic')
    const groups = ada.locator('.concept-group:visible')
    const all = await groups.count()
    if (script) {
      await search.fill('STREET light')
      await says(ada, 'Topics found: 1')
      expect(await groups.count()).toBe(1)
      await ada.getByLabel('street lighting', { exact: true }).check()
      await search.press('Enter')
      await search.fill('nothing like this')
      await says(ada, 'Topics found: 0')
      expect(await ada.getByLabel('street lighting', { exact: true }).isVisible()).toBe(true)
      await search.fill('')
      expect(await groups.count()).toBe(all)
      expect(await ada.locator('.concept-group[open]').count()).toBe(0)
    } else {
      expect(await search.isVisible()).toBe(false)
      const group = groups.filter({ has: ada.locator('input[value="lighting"]') }).first()
      await group.locator('summary').click()
      await group.getByLabel('street lighting', { exact: true }).check()
    }
    await ada.getByRole('button', { name: 'Save', exact: true }).click()
    await ada.getByRole('link', { name: 'street lighting', exact: true }).first().waitFor()
    await ada.context().close()
    street.expectWell()
  },
)

test('the browser closes in the middle of a sentence: the next one shows it again, on its step, for Ada alone', async () => {
  const first = await street.open({ person: 'ada-lindmoser' })
  await first.goto('/practices/new')
  await first.getByLabel('Title').fill('Closed too early')
  await first.getByRole('button', { name: 'Save and continue' }).click()
  const kept = first.waitForResponse((answer) => answer.url().endsWith('/practices/kept'))
  await writeText(first, 'problem', 'The lamps in the underpass')
  expect((await kept).status()).toBe(204)
  await says(first, 'Your text is kept, but not saved yet.')
  const address = first.url()
  await first.context().close()
  const second = await street.open({ person: 'ada-lindmoser', width: 360, theme: 'dark' })
  await second.goto(address)
  await says(second, /Not saved, kept on/)
  expect(await second.locator('textarea[name=problem]').inputValue()).toBe('The lamps in the underpass')
  await second.getByRole('button', { name: 'Save', exact: true }).click()
  await says(second, 'The lamps in the underpass')
  await second.context().close()
  street.expectWell()
})

withAndWithoutScript(
  'Graz asks Porto to write with it; Porto says yes, writes, and both see who changed what',
  async (script) => {
    const title = `Two cities, one text ${script}`
    const ada = await street.open({ person: 'ada-lindmoser', script })
    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', lang: 'pt', script, width: 360 })
    await ada.goto('/practices/new')
    await ada.getByLabel('Title').fill(title)
    await ada.getByRole('button', { name: 'Save', exact: true }).click()
    const path = new URL(ada.url()).pathname
    await ada.getByText('Write it with another city').click()
    await ada.getByLabel('Whom would you like to ask?').fill('Beatriz Ribeirinha Douro')
    await ada.getByRole('button', { name: 'Ask', exact: true }).click()
    await says(ada, 'asked, no answer yet')
    await beatriz.goto(path)
    await beatriz.getByRole('button', { name: 'Sim, aceito' }).click()
    await says(beatriz, 'Já pode escrever.')
    await beatriz.goto(`${path.replace(/-.*/, '')}/edit?step=problem`)
    await writeText(beatriz, 'problem', 'O parque estava vazio à noite.', script)
    await beatriz.getByRole('button', { name: 'Guardar', exact: true }).click()
    await ada.goto(path)
    await says(ada, 'O parque estava vazio à noite.')
    await ada.getByRole('link', { name: 'Versions' }).click()
    await says(ada, 'Beatriz Ribeirinha Douro')
    for (const one of [ada, beatriz]) await one.context().close()
    street.expectWell()
  },
)
