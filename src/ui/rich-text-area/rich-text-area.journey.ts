// Writing with formatting: in the editor, as Markdown, without script; and what is pasted or linked from elsewhere.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, type Window, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const title = 'Ein Tisch für alle im Innenhof (Demonstration)'
const label = 'Your question or reply'

const markdownOf = (page: Page): Promise<string> => page.locator('textarea[name=text]').inputValue()
const textbox = (page: Page): Locator => page.getByRole('textbox', { name: label })
const tool = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: `Formatting: ${label}` }).getByRole('button', { name, exact: true })

async function openReply(window: Window = {}): Promise<Page> {
  const page = await street.open({ person: 'ada-lindmoser', ...window })
  await page.goto('/members/at-graz')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  if (window.script === false) return page
  await page.locator('[data-rich-text]').scrollIntoViewIfNeeded()
  await page.locator('[data-rich-text][data-mode=rich]').waitFor()
  return page
}

async function paste(page: Page, html: string): Promise<void> {
  await textbox(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    clipboardData.setData('text/plain', 'plain')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

async function leave(page: Page): Promise<void> {
  await page.context().close()
  street.expectWell()
}

withAndWithoutScript('Ada answers with something bold and a list, and everybody reads it so', async (script) => {
  const page = await openReply({ script, width: script ? 1440 : 360 })
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
  const page = await openReply()
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
  await page.keyboard.press('Control+End')
  await page.keyboard.type('!')
  expect(await markdownOf(page)).toBe('_One_\n\n1. two!')
  await tool(page, 'Undo').click()
  expect(await markdownOf(page)).toBe('*One*\n\n1. two')
  await leave(page)
})

test('a table stays a table until Ada decides, and a page that was only opened asks nothing when left', async () => {
  const page = await openReply()
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

  const untouched = await openReply()
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
  const page = await openReply()
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
  await page.keyboard.type('Here')
  expect(await markdownOf(page)).toBe('Here')
  expect(await textbox(page).getAttribute('aria-invalid')).toBe('true')
  await leave(page)
})

test('bold and italic come along from Word and from the documents of Google, and only where they were', async () => {
  const page = await openReply()
  await textbox(page).click()
  await paste(
    page,
    '<b style="font-weight:normal"><p><span style="font-weight:700">loud</span> and <span style="font-style:italic">slant</span> style="x"</p></b>',
  )
  expect(await markdownOf(page)).toBe('**loud** and _slant_ style="x"')
  await leave(page)
})

const hostile = `<!--StartFragment--><p class="MsoNormal" style="color:red;mso-list:l0"><b style="font-size:99px">Bold</b>
<a href="javascript:window.hit=1">trap</a> <a href="https://example.org/" onclick="window.hit=1" style="x:y">plan</a></p>
<img src="x" onerror="window.hit=1"><script>window.hit=1</script><style>*{display:none}</style><svg onload="window.hit=1"></svg>
<iframe srcdoc="<script>parent.hit=1</script>"></iframe><form action="/x"><input name="text" value="evil"></form>
<table><tr><td>cell</td></tr></table><h1 onmouseover="window.hit=1">Head</h1><!--EndFragment-->`

test('what is pasted from elsewhere brings its words and their weight, and nothing that acts', async () => {
  const page = await openReply()
  await textbox(page).click()
  await paste(page, hostile)
  const markdown = await markdownOf(page)
  for (const part of ['**Bold**', 'trap', '[plan](https://example.org/)', 'cell', 'Head'])
    expect(markdown).toContain(part)
  expect(markdown).not.toMatch(/javascript|hit|<|evil|display/)
  const found = await textbox(page).evaluate((element) =>
    [...element.querySelectorAll('*')]
      .filter(
        (one) =>
          /^(IMG|SCRIPT|STYLE|SVG|IFRAME|FORM|INPUT|TABLE)$/i.test(one.tagName) &&
          !one.className.includes('ProseMirror'),
      )
      .map((one) => one.outerHTML),
  )
  expect(found).toEqual([])
  expect(await textbox(page).locator('[style], [onclick], [href^=javascript]').count()).toBe(0)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  await leave(page)
})

test('a link is asked for below the bar; an address that could act is refused with a sentence', async () => {
  const page = await openReply({ width: 360 })
  await textbox(page).fill('the plan')
  await page.keyboard.press('Control+a')
  await tool(page, 'Link').click()
  const address = page.getByRole('textbox', { name: 'Where does the link lead?' })
  await address.fill('javascript:alert(1)')
  await address.press('Enter')
  await page.getByText('Please give an address that begins with https://').waitFor()
  await address.fill('graz.at/plan')
  await address.press('Enter')
  expect(await markdownOf(page)).toBe('[the plan](https://graz.at/plan)')
  expect(await tool(page, 'Link').getAttribute('aria-pressed')).toBe('true')
  await leave(page)
})

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
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sample-rich')
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
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sample-rich')
  await leave(page)
})

test('nothing moves when the editor takes the place of the field', async () => {
  const page = await street.open({ person: 'ada-lindmoser', width: 360 })
  await page.goto('/members/at-graz')
  await page.getByRole('link', { name: title }).first().click()
  const field = page.locator('[data-rich-text]')
  const before = await field.evaluate((element) => element.getBoundingClientRect().height)
  await field.scrollIntoViewIfNeeded()
  await page.locator('[data-mode=rich]').waitFor()
  const after = await field.evaluate((element) => element.getBoundingClientRect().height)
  expect(Math.abs(after - before)).toBeLessThanOrEqual(1)
  await leave(page)
})
