// The city that acts: its name and country.
import { countryName, type Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface CityBadgeProps {
  readonly t: Translate
  readonly name: string
  /** ISO 3166-1 alpha-2; `ZZ` is none that is known, and not said. */
  readonly country?: string | null | undefined
  readonly href?: string | undefined
}

export const CityBadge = ({ t, name, country, href }: CityBadgeProps) => (
  <span class="city-badge">
    <Icon name="map-pin" />
    <span>
      {href ? <a href={href}>{name}</a> : name}
      {country && country !== 'ZZ' && <span class="city-country">, {countryName(t.lang, country)}</span>}
    </span>
  </span>
)
