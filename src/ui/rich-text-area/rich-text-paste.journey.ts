// What comes into the editor from elsewhere, pasted or linked, brings its words and nothing that acts.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street } from '../../../testing/browser.ts'
import { markdownOf, openReply, textbox, tool } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

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

test('bold and italic come along from Word and from the documents of Google, and only where they were', async () => {
  const page = await openReply(street)
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
  const page = await openReply(street)
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
  const page = await openReply(street, { width: 360 })
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
