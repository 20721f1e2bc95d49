// Members on the map of Europe; those whose place is not known stand in the table only.
import { compareIn, countryName, type Translate } from '#kernel/locale.ts'
import { MapOfEurope } from '#ui/map-of-europe/map-of-europe.tsx'
import { type Member, memberName } from '../member.ts'
import { memberPath } from '../paths.ts'

type Placed = Pick<Member, 'slug' | 'name' | 'names' | 'country' | 'population' | 'latitude' | 'longitude'>

const hasPlace = (member: Placed): member is Placed & { latitude: number; longitude: number } =>
  member.latitude !== null && member.longitude !== null

export const MembersMap = ({ t, members, title }: { t: Translate; members: readonly Placed[]; title?: string }) => {
  const compare = compareIn(t.lang)
  const points = members.filter(hasPlace).map((member) => ({
    name: memberName(member, t.lang),
    href: memberPath(member.slug),
    latitude: member.latitude,
    longitude: member.longitude,
    population: member.population,
    note: countryName(t.lang, member.country),
  }))
  return (
    <MapOfEurope
      t={t}
      title={title ?? t('members.map')}
      points={points.sort((one, other) => compare(one.name, other.name))}
      nameLabel={t('members.name')}
      noteLabel={t('members.country')}
    />
  )
}
