// Where the cities are that have answered.
import { countryName, type Translate } from '#kernel/locale.ts'
import { MapOfEurope, type MapPoint } from '#ui/map-of-europe/map-of-europe.tsx'
import { gather, memberPath, type Place } from '../../members/public.ts'
import type { CityAnswer, Value } from '../poll.ts'
import type { AnswerChartsProps } from './answer-charts.tsx'

const placed = (answers: readonly CityAnswer[], places: readonly Place[]) => {
  const at = new Map(places.map((place) => [place.id, place]))
  return answers.flatMap(({ organisationId: id, name, slug, country, given }) => {
    const place = at.get(id)
    if (slug === null || country === null || place === undefined) return []
    const { latitude, longitude, population } = place
    if (latitude === null || longitude === null) return []
    return [{ id, name, names: {}, slug, country, given, latitude, longitude, population }]
  })
}
type Placed = ReturnType<typeof placed>[number]

/** Those of one value; where there are too many to tell apart, those close by under the largest of them. */
const pointsOf = (t: Translate, cities: readonly Placed[], value: Value): MapPoint[] =>
  gather(cities).map(({ member, others }) => {
    const { name, slug, country, latitude, longitude } = member
    const said = typeof value === 'boolean' ? t(`polls.value-${value ? 'yes' : 'no'}`) : countryName(t.lang, country)
    const note = others === 0 ? said : t('members.map-close-by', { country: said, count: others })
    return { name, href: memberPath(slug), latitude, longitude, marked: value === false, note }
  })

/** The first thing that is answered with yes or no tells full points from rings. */
export const AnswerMap = ({ t, poll, answers, places }: AnswerChartsProps) => {
  const asked = poll.items.findIndex(({ kind }) => kind === 'yes-no')
  const cities = placed(answers, places)
  const saying = (value: boolean) => cities.filter(({ given }) => given[asked] === value)
  const points =
    asked < 0 ? pointsOf(t, cities, null) : [true, false].flatMap((value) => pointsOf(t, saying(value), value))
  const words = poll.items[asked]?.words
  const legend = words === undefined ? {} : { plainLabel: t('polls.value-yes'), markedLabel: t('polls.value-no') }
  return (
    <MapOfEurope
      t={t}
      title={words ?? t('polls.map-answered')}
      points={points}
      places={asked < 0 ? cities.length : saying(true).length + saying(false).length}
      nameLabel={t('polls.column-city')}
      tableHref="#by-city"
      {...legend}
    />
  )
}
