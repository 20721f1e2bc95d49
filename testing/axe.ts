// What axe finds wrong on a page as it stands, for people who read with other means than eyes.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

interface AxeResult {
  readonly violations: readonly { id: string; help: string; nodes: readonly { target: unknown; html: string }[] }[]
}

export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate(
    `(async () => { ${axe}; return axe.run(document, { resultTypes: ['violations'] }) })()`,
  )) as AxeResult
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  )
}
