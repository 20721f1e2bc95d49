// A public practice for search engines, in the words of schema.org.

import { practicePath } from './paths.ts'
import type { Practice } from './practice.ts'

export const jsonLdOf = (practice: Practice, baseUrl: string): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: practice.title,
  description: practice.summary,
  inLanguage: practice.lang,
  url: `${baseUrl}${practicePath(practice.id, practice.title)}`,
  datePublished: practice.publishedAt?.toISOString(),
  dateModified: practice.updatedAt.toISOString(),
  contentLocation: {
    '@type': 'City',
    name: practice.organisationName,
    address: { '@type': 'PostalAddress', addressCountry: practice.country },
  },
  citation: practice.sources
    .filter(({ address }) => address !== '')
    .map(({ title, address }) => ({ '@type': 'WebPage', name: title, url: address })),
})
