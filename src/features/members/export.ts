// The register as a table for spreadsheets: what the list shows, all pages of it.
import type { Lang } from '#kernel/locale.ts'
import type { Cell } from '#platform/tables/csv.ts'
import { memberName } from './member.ts'
import type { Listed } from './register.ts'

const columns: Readonly<Record<string, (member: Listed, lang: Lang) => Cell>> = {
  slug: (member) => member.slug,
  name: memberName,
  local_name: (member) => member.localName,
  country: (member) => member.country,
  kind: (member) => member.kind,
  population: (member) => member.population,
  population_year: (member) => member.populationYear,
  latitude: (member) => member.latitude,
  longitude: (member) => member.longitude,
  languages: (member) => member.languages.join(' '),
  forums: (member) => member.forums.join(' '),
}

export const registerHeads = Object.keys(columns)
export const rowOf = (member: Listed, lang: Lang): Cell[] => Object.values(columns).map((read) => read(member, lang))
