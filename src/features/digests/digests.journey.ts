// Beatriz looks at her next digest, as it would be sent, in the page and on its own, on a telephone and in the dark.
import { expect, test } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { openStreet } from '../../../testing/browser.ts'

test('the next digest stands in the page, opens on its own, fits a telephone, and is sent on demand', async () => {
  const street = await openStreet()
  await fill(
    street.town,
    `insert into notice (person_id, contribution_id, fact_id, what, area)
     select p.id, c.id, min(f.id), 'new', 'watched' from person p, contribution c join fact f on f.contribution_id = c.id
     where p.slug = 'ada-lindmoser' and c.state = 'published' and c.audience_id = 2 and c.organisation_id <> p.organisation_id
     group by p.id, c.id order by c.id limit 15 on conflict do nothing`,
  )
  for (const lang of ['de', 'pl'] as const) {
    const page = await street.enter('ada-lindmoser', { lang })
    await page.goto('/digests')
    const letter = page.frameLocator('iframe.digest-letter')
    expect(await letter.locator('h1').count()).toBe(1)
    expect(await letter.locator('li h3 a[lang]').count()).toBeGreaterThan(3)
    for (const [width, colorScheme] of [
      [360, 'light'],
      [700, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.goto('/digests/letter')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
  }
})
