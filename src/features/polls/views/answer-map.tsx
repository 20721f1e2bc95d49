// Where the cities are that have answered.
import { MapOfEurope } from '#ui/map-of-europe/map-of-europe.tsx'
import { memberPath } from '../../members/public.ts'
import type { AnswerChartsProps } from './answer-charts.tsx'

/** The first thing that is answered with yes or no tells full points from rings. */
export const AnswerMap = ({ t, poll, answers, places }: AnswerChartsProps) => {
  const asked = poll.items.findIndex(({ kind }) => kind === 'yes-no')
  const at = new Map(places.map((place) => [place.id, place]))
  const points = answers.flatMap(({ organisationId, name, slug, given }) => {
    const place = at.get(organisationId)
    if (slug === null || place === undefined || place.latitude === null || place.longitude === null) return []
    const value = given[asked]
    if (asked >= 0 && typeof value !== 'boolean') return []
    const { latitude, longitude } = place
    const note = typeof value === 'boolean' ? t(`polls.value-${value ? 'yes' : 'no'}`) : undefined
    return [{ name, href: memberPath(slug), latitude, longitude, marked: value === false, note }]
  })
  const words = poll.items[asked]?.words
  const legend = words === undefined ? {} : { plainLabel: t('polls.value-yes'), markedLabel: t('polls.value-no') }
  return (
    <MapOfEurope
      t={t}
      title={words ?? t('polls.map-answered')}
      points={points}
      nameLabel={t('polls.column-city')}
      tableHref="#by-city"
      {...legend}
    />
  )
}
