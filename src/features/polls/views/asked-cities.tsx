// Which cities are asked, by country.
import { countryName, type Translate } from '#kernel/locale.ts'
import type { Poll } from '../poll.ts'
import type { AskedCity } from '../store-asked.ts'

export interface AskedCitiesProps {
  readonly t: Translate
  readonly poll: Pick<Poll, 'countries' | 'sizes' | 'asked'>
  readonly cities: readonly AskedCity[]
}

const inCountries = (cities: readonly AskedCity[]): [string, AskedCity[]][] => [
  ...Map.groupBy(cities, ({ country }) => country),
]

export const narrowedTo = (t: Translate, { countries, sizes }: AskedCitiesProps['poll']): string =>
  [...sizes.map((key) => t(`members.size-${key}`)), ...countries.map((code) => countryName(t.lang, code))].join(', ')

export const AskedCities = ({ t, cities }: AskedCitiesProps) => (
  <details class="poll-more">
    <summary>{t('polls.who-is-asked')}</summary>
    <ul>
      {inCountries(cities).map(([country, found]) => (
        <li>
          <strong>{countryName(t.lang, country)}</strong>: {found.map(({ name }) => name).join(', ')}
        </li>
      ))}
    </ul>
  </details>
)
