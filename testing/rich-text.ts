// The page on which journeys try the editor: a reply below Graz's table in the courtyard.
import type { Locator, Page } from 'playwright-core'
import type { Street, Window } from './browser.ts'

export const courtyard = 'Ein Tisch für alle im Innenhof (Demonstration)'
const label = 'Your question or reply'

export const textbox = (page: Page): Locator => page.getByRole('textbox', { name: label })
export const tool = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: `Formatting: ${label}` }).getByRole('button', { name, exact: true })
/** What the form would send. */
export const markdownOf = (page: Page): Promise<string> => page.locator('textarea[name=text]').inputValue()

/** Ada before the field for her reply; with script, the editor is there. */
export async function openReply(street: Street, window: Window = {}): Promise<Page> {
  const page = await street.open({ person: 'ada-lindmoser', ...window })
  await page.goto('/members/at-graz')
  await page.getByRole('link', { name: courtyard }).first().click()
  await page.getByRole('heading', { name: courtyard, level: 1 }).waitFor()
  if (window.script === false) return page
  await page.locator('[data-rich-text]').scrollIntoViewIfNeeded()
  await page.locator('[data-rich-text][data-mode=rich]').waitFor()
  return page
}

/** Writes into a formatted field by its name: into the editor once it is there, or where no script runs into the plain field. */
export async function writeText(page: Page, name: string, text: string, script = true): Promise<void> {
  const field = page.locator(`[data-rich-text]:has(textarea[name="${name}"])`)
  if (!script) return field.locator('textarea').fill(text)
  await field.scrollIntoViewIfNeeded()
  await field.and(page.locator('[data-mode=rich]')).waitFor()
  await field.locator('[role=textbox]').fill(text)
}
