// The facts of a member, each with where it comes from.
import { formatDate, formatNumber, languageName, regionalTag, type Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { type Forum, forumName, type MemberInFull } from '../member.ts'

export interface MemberFactsProps {
  readonly t: Translate
  readonly member: MemberInFull
  readonly forums: readonly Forum[]
  readonly demonstration: boolean
}

const populationOf = (t: Translate, member: MemberInFull): string | null => {
  if (member.population === null) return null
  const inhabitants = formatNumber(t.lang, member.population)
  return member.populationYear === null
    ? inhabitants
    : t('members.population', { inhabitants, year: String(member.populationYear) })
}

/** 50.11° N, 8.68° E: letters of the compass are the same nowhere, so they are messages. */
const positionOf = (t: Translate, { latitude, longitude }: MemberInFull): string | null => {
  if (latitude === null || longitude === null) return null
  const degrees = new Intl.NumberFormat(regionalTag(t.lang), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const north = t(latitude < 0 ? 'members.south' : 'members.north', { degrees: degrees.format(Math.abs(latitude)) })
  const east = t(longitude < 0 ? 'members.west' : 'members.east', { degrees: degrees.format(Math.abs(longitude)) })
  return `${north}, ${east}`
}

const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '')

/** The demonstration's numbers were not taken from one register; that is said where a source would stand. */
const sourceOf = ({ t, member, demonstration }: MemberFactsProps): string | null =>
  member.population === null ? null : member.populationSource || (demonstration ? t('members.population-known') : null)

export const MemberFacts = (props: MemberFactsProps) => {
  const { t, member, forums } = props
  return (
    <FactsList
      facts={[
        { term: t('members.inhabitants'), value: populationOf(t, member) },
        { term: t('members.population-source'), value: sourceOf(props) },
        { term: t('members.languages'), value: member.languages.map((code) => languageName(t.lang, code)).join(', ') },
        { term: t('members.forums'), value: forums.map((forum) => forumName(forum, t.lang)).join(', ') },
        { term: t('members.since'), value: member.memberSince && formatDate(t.lang, new Date(member.memberSince)) },
        { term: t('members.website'), value: member.website && <a href={member.website}>{hostOf(member.website)}</a> },
        { term: t('members.position'), value: positionOf(t, member) },
      ]}
    />
  )
}
