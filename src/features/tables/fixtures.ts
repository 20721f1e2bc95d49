// For tests: bringing a file to be checked, and reading what the check says.
import { expect } from 'vitest'
import type { Visitor } from '../../../testing/app.ts'

type Content = string | Uint8Array<ArrayBuffer>

export const bring = (who: Visitor, content: Content, name = 'table.csv'): Promise<Response> =>
  who.post('/practices/import', { lang: 'en', audience: '2', file: new File([content], name) })

/** Gives the address of what was found. */
export async function check(who: Visitor, content: Content, name?: string): Promise<string> {
  const answer = await bring(who, content, name)
  const path = answer.headers.get('location') ?? ''
  expect([answer.status, path]).toEqual([303, expect.stringMatching(/^\/practices\/import\/\d+$/)])
  return path
}

/** "3 Evidence (evidence) Please …" */
export const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<tr role="row">(.*?)<\/tr>/g)].slice(1).map(([, row = '']) =>
    row
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll('&quot;', '"')
      .trim(),
  )
