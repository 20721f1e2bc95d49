// Examples of MapOfEurope.
import type { Example } from '../catalogue/example.ts'
import { MapOfEurope } from './map-of-europe.tsx'

const places: readonly (readonly [string, string, number, number, number])[] = [
  ['Porto', 'Portugal', 41.15, -8.61, 231_800],
  ['Lisboa', 'Portugal', 38.72, -9.14, 545_900],
  ['Barcelona', 'Spain', 41.39, 2.17, 1_636_000],
  ['Paris', 'France', 48.86, 2.35, 2_100_000],
  ['Liège', 'Belgium', 50.63, 5.57, 195_000],
  ['Rotterdam', 'Netherlands', 51.92, 4.48, 656_000],
  ['Kaiserslautern', 'Germany', 49.44, 7.77, 101_486],
  ['Augsburg', 'Germany', 48.37, 10.9, 301_000],
  ['Wien', 'Austria', 48.21, 16.37, 2_005_000],
  ['Graz', 'Austria', 47.07, 15.44, 302_700],
  ['Torino', 'Italy', 45.07, 7.69, 846_000],
  ['Gdańsk', 'Poland', 54.35, 18.65, 487_000],
  ['Łódź', 'Poland', 51.76, 19.46, 655_000],
  ['Tampere', 'Finland', 61.5, 23.76, 255_000],
  ['Valletta', 'Malta', 35.9, 14.51, 5_200],
  ['Fort-de-France', 'Martinique', 14.6, -61.07, 75_000],
]
const points = places.map(([name, note, latitude, longitude, population], index) => ({
  name,
  note,
  latitude,
  longitude,
  population,
  href: `#place-${index}`,
  marked: index % 7 === 6,
}))

export const examples: readonly Example[] = [
  {
    name: 'members of different size',
    example: (t) => (
      <MapOfEurope
        t={t}
        title="Where the cities are"
        points={points}
        nameLabel="City"
        noteLabel="Country"
        markedLabel="joined this year"
        plainLabel="members"
      />
    ),
  },
]
