// What memberships hand to other pages: since when a city belongs to what, and the way to its history; any day's list above the register.
import { dayOf } from '#kernel/locale.ts'
import type { ListPart, MemberPart } from '#platform/page-parts.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { phaseOn } from './membership.ts'
import { membershipsPath } from './paths.ts'
import { findSubjectById, listForumLines } from './store.ts'
import { MembershipLines } from './views/membership-lines.tsx'
import { namesOf } from './words.ts'

export const atMembers: MemberPart = {
  name: 'memberships.city',
  position: 5,
  draw: async ({ var: { t, db, now } }, organisationId) => {
    const subject = await findSubjectById(db, organisationId, t.lang)
    const day = dayOf(now)
    const shown = subject?.memberships.filter((one) => phaseOn(one, day) !== 'void') ?? []
    if (subject === undefined || shown.length === 0) return undefined
    const nameOf = namesOf(t, await listForumLines(db, t.lang))
    return <MembershipLines t={t} slug={subject.slug} memberships={shown} day={day} nameOf={nameOf} />
  },
}

export const aboveRegister: ListPart = {
  name: 'memberships.register',
  kinds: ['member'],
  place: 'list',
  position: 10,
  draw: ({ var: { t } }) => (
    <ButtonLink href={membershipsPath} icon="history">
      {t('memberships.title')}
    </ButtonLink>
  ),
}
