// Which cities a poll asks: those whom its audience means, narrowed to countries and sizes.
import { type SizeClass, sizeClassOf } from '../members/public.ts'

export interface Candidate {
  readonly id: number
  readonly country: string
  readonly population: number | null
}
export interface Narrowing {
  readonly countries: readonly string[]
  readonly sizes: readonly SizeClass[]
}

/** Where a size is asked for, whoever's inhabitants nobody knows is not meant. */
export const isMeant = ({ country, population }: Candidate, { countries, sizes }: Narrowing): boolean => {
  const size = sizeClassOf(population)
  return (
    (countries.length === 0 || countries.includes(country)) &&
    (sizes.length === 0 || (size !== undefined && sizes.includes(size)))
  )
}
