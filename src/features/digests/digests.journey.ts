// Ada looks at her next digest as it would be sent: within the page and on its own, on a telephone and in the dark.
import { mkdirSync } from 'node:fs'
import { simpleParser } from 'mailparser'
import { beforeAll, expect, test } from 'vitest'
import { readOutbox } from '#platform/mail/send-mail.ts'
import { fill } from '../../../testing/as-owner.ts'
import { axeFindings } from '../../../testing/axe.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

/** To look at after a run. */
const pictures = 'node_modules/.cache/vicinia-mails'
let street: Street
beforeAll(async () => {
  street = await openStreet()
  mkdirSync(pictures, { recursive: true })
  await fill(
    street.town,
    `insert into notice (person_id, contribution_id, fact_id, what, area)
     select p.id, c.id, min(f.id), 'new', 'watched' from person p, contribution c join fact f on f.contribution_id = c.id
     where p.slug = 'ada-lindmoser' and c.state = 'published' and c.audience_id = 2 and c.organisation_id <> p.organisation_id
     group by p.id, c.id order by c.id limit 15 on conflict do nothing`,
  )
}, 120_000)

const sizes = [
  { width: 360, theme: 'light', lang: 'de' },
  { width: 700, theme: 'dark', lang: 'pl' },
] as const

withAndWithoutScript('Ada looks at her next digest and has it sent', async (script) => {
  const { town } = street
  for (const { width, theme, lang } of sizes) {
    const page = await street.open({ person: 'ada-lindmoser', lang, width, theme, script })
    await page.goto('/digests')
    const letter = page.frameLocator('iframe.digest-letter')
    await letter.locator('h1').waitFor()
    expect(await letter.locator('li h3 a[lang]').count()).toBeGreaterThan(3)
    await page.goto('/digests/letter')
    const widest = await page.locator('html').evaluate((html) => html.scrollWidth)
    expect(widest).toBeLessThanOrEqual(width)
  }
  const page = await street.open({ person: 'ada-lindmoser', lang: 'en', script })
  town.mails.length = 0
  await page.goto('/digests')
  await page.getByRole('button', { name: 'Send it to me now' }).click()
  await page.getByText('The digest is on its way to you.').waitFor()
  while ((await street.work()) > 0);
  const copy = town.mails.find(({ id }) => id?.startsWith('digest-copy-'))
  expect(copy?.to).toBe('ada.lindmoser@graz.example')
  street.expectWell()
})

test('the mail, as it arrived: a mail program on a telephone, in the light and in the dark, shows it whole', async () => {
  const [raw = ''] = await readOutbox(street.town.dataDir, 1)
  const { html, text } = await simpleParser(raw)
  expect(text).toContain('-- ')
  for (const { width, theme } of sizes) {
    const page = await street.open({ width, theme })
    await page.setContent(String(html))
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await page.locator('li h3 a[lang]').count()).toBeGreaterThan(3)
    expect(await axeFindings(page)).toEqual([])
    await page.screenshot({ path: `${pictures}/digest-${width}-${theme}.png`, fullPage: true })
  }
})
