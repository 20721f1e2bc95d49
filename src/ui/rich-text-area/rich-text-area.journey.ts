// Writing with formatting: in the editor, as Markdown, without script; and the keyboard and the sizes.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { courtyard, markdownOf, openReply, textbox, tool } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

async function leave(page: Page): Promise<void> {
  await page.context().close()
  street.expectWell()
}

withAndWithoutScript('Ada answers with something bold and a list, and everybody reads it so', async (script) => {
  const page = await openReply(street, { script, width: script ? 1440 : 360 })
  if (script) {
    await textbox(page).click()
    await page.keyboard.type('Bring ')
    await tool(page, 'Bold').click()
    await page.keyboard.type('chairs')
    await tool(page, 'Bold').click()
    await page.keyboard.type(' 1. and * and <b>')
    await page.keyboard.press('Enter')
    await tool(page, 'Bulleted list').click()
    await page.keyboard.type('plates')
    await page.keyboard.press('Enter')
    await page.keyboard.type('music')
  } else await textbox(page).fill('Bring **chairs** 1. and \\* and \\<b>\n\n- plates\n- music')
  expect(await markdownOf(page)).toBe('Bring **chairs** 1. and \\* and \\<b>\n\n- plates\n- music')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const reply = page.locator('[id^=reply-]').filter({ hasText: 'chairs' }).last()
  await reply.waitFor()
  expect(await reply.locator('strong').allTextContents()).toContain('chairs')
  expect(await reply.locator('.prose li').allTextContents()).toEqual(['plates', 'music'])
  expect(await reply.locator('.prose p').first().textContent()).toBe('Bring chairs 1. and * and <b>')
  await reply.getByRole('button', { name: 'Take back' }).click()
  await leave(page)
})

test('Ada changes to plain text, writes Markdown, and comes back; undone, the text is what it was', async () => {
  const page = await openReply(street)
  await textbox(page).fill('One')
  await tool(page, 'Plain text').click()
  expect(await tool(page, 'Plain text').getAttribute('aria-pressed')).toBe('true')
  expect(await page.locator('textarea[name=text]').isVisible()).toBe(true)
  await textbox(page).fill('*One*\n\n1. two')
  await tool(page, 'Plain text').click()
  expect(await textbox(page).locator('em').textContent()).toBe('One')
  expect(await textbox(page).locator('ol li').textContent()).toBe('two')
  // Merely opened, nothing is rewritten.
  expect(await markdownOf(page)).toBe('*One*\n\n1. two')
  await focused(page, '#text')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('!')
  expect(await markdownOf(page)).toBe('_One_\n\n1. two!')
  await tool(page, 'Undo').click()
  expect(await markdownOf(page)).toBe('*One*\n\n1. two')
  await leave(page)
})

test('a table stays a table until Ada decides, and a page that was only opened asks nothing when left', async () => {
  const page = await openReply(street)
  await tool(page, 'Plain text').click()
  const table = '| a | b |\n|---|---|\n| 1 | 2 |'
  await textbox(page).fill(table)
  await tool(page, 'Plain text').click()
  await page.getByText('This text holds more than the editor can show').waitFor()
  expect(await markdownOf(page)).toBe(table)
  await page.getByRole('button', { name: 'Open in the editor all the same' }).click()
  expect(await textbox(page).textContent()).toContain('| a | b |')
  expect(await markdownOf(page)).toBe(table)
  await leave(page)

  const untouched = await openReply(street)
  const asked: string[] = []
  untouched.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await textbox(untouched).click()
  await untouched.goto('/members')
  expect(asked).toEqual([])
  await leave(untouched)
})

test('what the server refuses comes back with its formatting, and the summary leads into the editor', async () => {
  const page = await openReply(street)
  await textbox(page).click()
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Louder')
  await page
    .locator('select[name=lang] option')
    .first()
    .evaluate((option: HTMLOptionElement) => {
      option.value = 'nowhere'
      option.selected = true
    })
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.error-summary').waitFor()
  await page.locator('[data-rich-text]').scrollIntoViewIfNeeded()
  await page.locator('[data-mode=rich]').waitFor()
  expect(await textbox(page).locator('strong').textContent()).toBe('Louder')

  await textbox(page).fill('')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const link = page.locator('.error-summary a[href="#text"]')
  await link.waitFor()
  await page.locator('[data-mode=rich]').waitFor()
  await link.click()
  await focused(page, '#text')
  await page.keyboard.type('Here')
  expect(await markdownOf(page)).toBe('Here')
  expect(await textbox(page).getAttribute('aria-invalid')).toBe('true')
  await leave(page)
})

/** Until a part has the focus: the editor takes it with the next frame, not within the click. */
const focused = (page: Page, part: string): Promise<void> => page.locator(`${part}:focus`).waitFor()

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const findings = (page: Page): Promise<unknown> =>
  page.evaluate(
    `(async () => { ${axe}; return (await axe.run(document)).violations.map((one) => one.id + ': ' + one.nodes[0].html) })()`,
  )

test.each([
  { lang: 'de', width: 360, theme: 'dark' },
  { lang: 'pl', width: 1440, theme: 'light' },
] as const)('with all its parts open it can be read aloud, and works by keyboard ($lang)', async (window) => {
  const page = await street.open(window)
  await page.goto('/ui')
  const room = page.locator('#room-rich-text-area')
  await room.evaluate((element) => element.scrollIntoView())
  await page.locator('[data-rich-text][data-mode=plain]').waitFor()
  await page.getByText('What was done?').click()
  await focused(page, '#sample-rich')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['act'])).toBe('link')
  await page.keyboard.press('Enter')
  await page.locator('#sample-rich-address').waitFor()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await focused(page, '#sample-rich')
  await leave(page)
})

test('nothing moves when the editor takes the place of the field', async () => {
  const page = await street.open({ person: 'ada-lindmoser', width: 360 })
  await page.goto('/members/at-graz')
  await page.getByRole('link', { name: courtyard }).first().click()
  const field = page.locator('[data-rich-text]')
  const before = await field.evaluate((element) => element.getBoundingClientRect().height)
  await field.scrollIntoViewIfNeeded()
  await page.locator('[data-mode=rich]').waitFor()
  const after = await field.evaluate((element) => element.getBoundingClientRect().height)
  expect(Math.abs(after - before)).toBeLessThanOrEqual(1)
  await leave(page)
})

test('where the editor does not arrive, the field stays, with a word on how to format', async () => {
  const page = await street.open({ person: 'ada-lindmoser' })
  await page.route('**/rich-text-editor-*.js', (route) => route.abort())
  await page.goto('/members/at-graz')
  await page.getByRole('link', { name: courtyard }).first().click()
  await page.locator('[data-rich-text]').scrollIntoViewIfNeeded()
  await page.getByText('Simple formatting is possible').waitFor()
  await textbox(page).fill('**Still** here')
  expect(await markdownOf(page)).toBe('**Still** here')
  expect(await page.getByRole('toolbar').count()).toBe(0)
  await leave(page)
})

test('what the browser itself brings back into the field is shown in the editor', async () => {
  const page = await openReply(street)
  await page.locator('textarea[name=text]').evaluate((area: HTMLTextAreaElement) => {
    area.value = 'Typed **before**'
    area.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(await textbox(page).locator('strong').textContent()).toBe('before')
  expect(await markdownOf(page)).toBe('Typed **before**')
  await leave(page)
})
