// What the register hands to the home page: how many belong, and the map of them.
import { formatNumber } from '#kernel/locale.ts'
import type { HomePart } from '#platform/feature.ts'
import type { FigureSource } from '#platform/page-parts.ts'
import { membersPath } from './paths.ts'
import { readPublicRegister } from './read-register.ts'
import { countMembers } from './store.ts'
import { MembersMap } from './views/members-map.tsx'

export const memberFigures: FigureSource = {
  position: 10,
  count: async ({ var: { t, db } }) => {
    const { members, countries } = await countMembers(db)
    return [
      {
        value: formatNumber(t.lang, members),
        label: t('members.figure-members', { count: members }),
        href: membersPath,
      },
      { value: formatNumber(t.lang, countries), label: t('members.figure-countries', { count: countries }) },
    ]
  },
}

export const memberMap: HomePart = {
  name: 'members.map',
  for: 'visitor',
  place: 'map',
  position: 10,
  draw: async ({ var: { t, db } }) => {
    const members = await readPublicRegister(db, t.lang)
    return members.length === 0 ? undefined : <MembersMap t={t} members={members} listHref={membersPath} />
  },
}
