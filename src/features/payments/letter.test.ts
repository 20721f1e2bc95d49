// The words of letters and accounts: no empty bracket, and the same word for a document as on the document itself.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { wordsOf } from './letter.ts'

const letterWith = (bic: string, lang: string): string =>
  wordsOf(
    {
      letter: { step: 1, deadline: '2025-04-01', statutes: {} },
      owed: [],
      content: {
        lang,
        seller: {
          ...{ name: 'Network', iban: 'DE02120300000000202051', bic },
          contact: { name: 'Irena', email: 'books@network.example' },
        },
        buyer: { name: 'Graz' },
      },
    },
    { baseUrl: 'https://network.example' },
  ).text

test.each(languages)('in %s an issuer without a BIC leaves no empty bracket', (lang) => {
  expect(letterWith('BYLADEM1001', lang)).toContain('DE02120300000000202051 (BIC BYLADEM1001)')
  expect(letterWith('', lang)).not.toContain('BIC')
  expect(letterWith('', lang)).toContain('DE02120300000000202051')
})

test.each(languages)('in %s questions are led to the issuer: a reply would reach the address of the site', (lang) => {
  expect(letterWith('', lang)).toContain('Irena, books@network.example')
})

test.each(languages)('in %s an account calls a credit note what the document calls itself', (lang) => {
  const words = (feature: string): Record<string, string> =>
    JSON.parse(readFileSync(`locales/${lang}/${feature}.json`, 'utf8')) as Record<string, string>
  expect(words('payments')['line-credit-note']).toBe(`${words('invoices')['kind-credit-note']} {number}`)
})
