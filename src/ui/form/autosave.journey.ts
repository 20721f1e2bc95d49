// Typing while the connection is away, or after the session has ended: one is told, nothing is lost, and it goes on by itself.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const title = (page: Page) => page.locator('input[name=title]')
const told = (page: Page) => page.locator('.form-kept')

async function openForm(): Promise<Page> {
  const page = await street.open({ person: 'ada-lindmoser' })
  await page.goto('/practices/new')
  await page.waitForLoadState('networkidle')
  return page
}

test('without a connection Ada is told, keeps typing, and what she typed is kept when the connection is back', async () => {
  const page = await openForm()
  await page.context().setOffline(true)
  await title(page).fill('Bänke im Park')
  await page.getByText('Not saved yet: the connection is missing.').waitFor()
  expect(await title(page).inputValue()).toBe('Bänke im Park')
  await page.context().setOffline(false)
  await page.locator('.form-kept:not(.form-not-kept)').filter({ hasText: /./ }).waitFor()
  await page.reload()
  expect(await title(page).inputValue()).toBe('Bänke im Park')
  await page.context().close()
  street.expectWell()
})

test('signed out meanwhile, she is told what to do, and coming back signed in it is kept', async () => {
  const page = await openForm()
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await title(page).fill('Licht im Park')
  await page.getByText('Not saved yet: you are no longer signed in.').waitFor()
  expect(await told(page).getAttribute('role')).toBe('status')
  await page.context().addCookies(cookies)
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.locator('.form-kept:not(.form-not-kept)').filter({ hasText: /./ }).waitFor()
  await page.reload()
  expect(await title(page).inputValue()).toBe('Licht im Park')
  await page.context().close()
  street.expectWell()
})
