// What absences hand to others' pages: the form to one's own profile, a note to whatever somebody away would be asked about,
// and to the home page of a substitute for whom they stand in.
import { dayOf } from '#kernel/locale.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart, HomePart } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import type { MemberPart, OwnProfilePart } from '#platform/page-parts.ts'
import { findOwnAbsence, listAbsentBehind, listAbsentOf, listColleagues, listStoodInFor } from './store.ts'
import { AbsenceForm } from './views/absence-form.tsx'
import { AbsenceNote } from './views/absence-note.tsx'
import { StandingIn } from './views/standing-in.tsx'

export const absencePart: OwnProfilePart = {
  name: 'absences.own',
  position: 5,
  draw: async (c, db) => {
    const { person } = signedIn(c)
    const today = dayOf(c.var.now)
    const own = await findOwnAbsence(db, person.id, today)
    const colleagues = await listColleagues(db, person)
    const typed =
      own === undefined
        ? {}
        : { awaySince: own.since, awayUntil: own.until, substitute: String(own.substituteId ?? '') }
    return <AbsenceForm {...{ t: c.var.t, typed, issues: [], colleagues, today, own }} />
  },
}

export const absenceBeside: ContributionPart = {
  name: 'absences.away',
  kinds: 'all',
  place: 'aside',
  position: 1,
  draw: async (c, { id }) => {
    const { t, db, viewer, now } = c.var
    if (!isSignedIn(viewer)) return undefined
    const away = await listAbsentBehind(db, id, dayOf(now))
    return away.length === 0 ? undefined : away.map((absence) => <AbsenceNote t={t} absence={absence} />)
  },
}

export const absentOfMember: MemberPart = {
  name: 'absences.of-member',
  position: 90,
  draw: async (c, organisationId) => {
    const { t, db, viewer, now } = c.var
    if (!isSignedIn(viewer)) return undefined
    const away = await listAbsentOf(db, organisationId, dayOf(now))
    return away.length === 0 ? undefined : away.map((absence) => <AbsenceNote t={t} absence={absence} />)
  },
}

export const standingIn: HomePart = {
  name: 'absences.standing-in',
  for: 'signed-in',
  place: 'aside',
  position: 5,
  draw: async (c) => {
    const { t, db, now } = c.var
    const lines = await listStoodInFor(db, signedIn(c).person.id, dayOf(now))
    return lines.length === 0 ? undefined : <StandingIn t={t} lines={lines} />
  },
}
