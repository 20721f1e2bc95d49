// Members on the map of Europe; those whose place is not known stand in the table only.
import { countryName, type Translate } from '#kernel/locale.ts'
import { MapOfEurope, type MapPoint } from '#ui/map-of-europe/map-of-europe.tsx'
import { type Gathered, gather, hasPlace, type Placed } from '../gather.ts'
import { type Member, memberName } from '../member.ts'
import { memberPath } from '../paths.ts'

const noteOf = (t: Translate, { member, others }: Gathered<Placed>): string => {
  const country = countryName(t.lang, member.country)
  return others === 0 ? country : t('members.map-close-by', { country, count: others })
}

const pointOf = (t: Translate, place: Gathered<Placed>): MapPoint => ({
  name: memberName(place.member, t.lang),
  href: memberPath(place.member.slug),
  latitude: place.member.latitude,
  longitude: place.member.longitude,
  population: place.member.population,
  note: noteOf(t, place),
})

export interface MembersMapProps {
  readonly t: Translate
  /** In the order of their names. */
  readonly members: readonly Omit<Member, 'concepts'>[]
  /** Where all of them stand as a list, for maps of many; the map has a table of its own as long as that is short. */
  readonly listHref?: string
  readonly title?: string
}

/** A longer table is no help behind a map: the list has pages. */
const longestTable = 400

export const MembersMap = ({ t, members, listHref, title }: MembersMapProps) => {
  const placed = members.filter(hasPlace)
  return (
    <MapOfEurope
      t={t}
      title={title ?? t('members.map')}
      points={gather(placed).map((place) => pointOf(t, place))}
      places={placed.length}
      tableHref={members.length > longestTable ? listHref : undefined}
      nameLabel={t('members.name')}
      noteLabel={t('members.country')}
    />
  )
}
