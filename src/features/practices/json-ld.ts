// A public practice for search engines, in the words of schema.org.
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { practicePath } from './paths.ts'
import type { Practice } from './practice.ts'

export interface SiteNames {
  readonly baseUrl: string
  readonly networkName: string
}

/** Longer headlines are cut by those who read them (Google, structured data for articles). */
const headlineLength = 110

export const jsonLdOf = (
  practice: Practice,
  { baseUrl, networkName }: SiteNames,
): Readonly<Record<string, unknown>> => {
  const url = `${baseUrl}${practicePath(practice.id, practice.title)}`
  const network = { '@type': 'Organization', name: networkName, url: `${baseUrl}/` }
  const city = {
    '@type': 'Organization',
    name: practice.organisationName,
    url: `${baseUrl}/members/${practice.organisationSlug}`,
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: practice.title.slice(0, headlineLength),
    description: practice.summary,
    inLanguage: practice.lang,
    url,
    mainEntityOfPage: url,
    isAccessibleForFree: true,
    datePublished: practice.publishedAt?.toISOString(),
    dateModified: practice.updatedAt.toISOString(),
    // What editors summarised from public sources is no statement of the city.
    author: practice.fromPublicSources ? network : city,
    publisher: network,
    keywords: practice.concepts.map((slug) => conceptLabel(slug, practice.lang)),
    contentLocation: {
      '@type': 'AdministrativeArea',
      name: practice.organisationName,
      address: { '@type': 'PostalAddress', addressCountry: practice.country },
    },
    citation: practice.sources
      .filter(({ address }) => address !== '')
      .map(({ title, address }) => ({ '@type': 'WebPage', name: title, url: address })),
  }
}
