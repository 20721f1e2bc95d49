// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const thesaurusPath = '/thesaurus'
export const turtlePath = '/thesaurus.ttl'
export const jsonLdPath = '/thesaurus.jsonld'
export const conceptPath = (slug: string): string => `${thesaurusPath}/${slug}`
export const letterPath = (letter: string): string => `${thesaurusPath}?${new URLSearchParams({ letter })}`
/** What the viewer reaches about a concept and what is narrower. */
export const aboutPath = (slug: string): string => `/search?${new URLSearchParams({ concept: slug })}`
/** The same words, asked of what people wrote. */
export const searchPath = (words: string): string => `/search?${new URLSearchParams({ q: words })}`

export const proposalsPath = '/proposals'
export const labelFormPath = '/proposals/label'
export const conceptFormPath = '/proposals/concept'
export const newLabelPath = (concept: string): string => `${labelFormPath}?${new URLSearchParams({ concept })}`
export const newConceptPath = (broader: string): string =>
  `${conceptFormPath}?${new URLSearchParams({ concept: broader })}`
/** With a word that was looked up in vain. */
export const missingConceptPath = (label: string): string => `${conceptFormPath}?${new URLSearchParams({ label })}`
export const stagePath = (stage: string): string => `${proposalsPath}?${new URLSearchParams({ stage })}`
export const proposalPath = (id: number, title: string): string => `${proposalsPath}/${addressPart(id, title)}`
export const decisionPath = (id: number): string => `${proposalsPath}/${id}/decision`
export const acceptancePath = (id: number): string => `${proposalsPath}/${id}/acceptance`
export const refusalPath = (id: number): string => `${proposalsPath}/${id}/refusal`
export const withdrawalPath = (id: number): string => `${proposalsPath}/${id}/withdrawal`
