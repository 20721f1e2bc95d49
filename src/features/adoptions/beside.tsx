// What adoptions hand to the page of a practice: the button, and the cities that do it too.
import { dayOf } from '#kernel/locale.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { AbsenceNote, listAbsent } from '../absences/public.ts'
import { alike, listMembersByIds } from '../members/public.ts'
import { reasonSentence } from '../members/public.tsx'
import { adoptionPath, adoptPath } from './paths.ts'
import { mayAdopt } from './permissions.ts'
import { findContact, findStanding } from './store.ts'
import { type AdoptionLine, listAdoptions } from './store-lists.ts'
import { type Adopter, Adopters } from './views/adopters.tsx'

const button: ContributionPart = {
  name: 'adoptions.button',
  kinds: ['practice'],
  place: 'tools',
  position: 10,
  draw: async (c, { id }) => {
    const { t, db, viewer } = c.var
    if (!isSignedIn(viewer)) return undefined
    const standing = await findStanding(db, id, viewer.person.organisationId)
    if (standing === undefined) return undefined
    const { own } = standing
    if (own !== null) return <ButtonLink href={adoptionPath(own.id, own.title)}>{t('adoptions.ours')}</ButtonLink>
    if (!mayAdopt(viewer, standing)) return undefined
    return (
      <ButtonLink href={adoptPath(id)} icon="handshake">
        {t('adoptions.adopt')}
      </ButtonLink>
    )
  },
}

/** Cities like the viewer's own come first, each with the reasons; the others in the order in which they began. */
async function inOrder(c: PageVisit, lines: readonly AdoptionLine[]): Promise<Adopter[]> {
  const { t, db, viewer } = c.var
  const plain = lines.map((line): Adopter => ({ line, reasons: [] }))
  const home = viewer.person?.organisationId
  if (home === undefined) return plain
  const members = await listMembersByIds(db, [home, ...lines.map((line) => line.organisationId)])
  const own = members.find(({ id }) => id === home)
  if (own === undefined) return plain
  const near = alike(own, members, lines.length).flatMap(({ member, reasons }) =>
    lines
      .filter((line) => line.organisationId === member.id)
      .map((line) => ({ line, reasons: reasons.map((reason) => reasonSentence(t, member.country, reason)) })),
  )
  const known = new Set(near.map(({ line }) => line.id))
  return [...near, ...plain.filter(({ line }) => !known.has(line.id))]
}

const mostOnPractice = 6

const adopters: ContributionPart = {
  name: 'adoptions.who',
  kinds: ['practice'],
  place: 'below',
  position: 10,
  draw: async (c, { id }) => {
    const { t, db } = c.var
    const lines = await listAdoptions(db, id, t.lang)
    if (lines.length === 0) return undefined
    const shown = (await inOrder(c, lines)).slice(0, mostOnPractice)
    return <Adopters t={t} practiceId={id} adopters={shown} total={lines.length} />
  },
}

/** Whom to ask about an adoption is often neither who wrote it nor who looks after it. */
const awayContact: ContributionPart = {
  name: 'adoptions.away-contact',
  kinds: ['adoption'],
  place: 'aside',
  position: 2,
  draw: async (c, { id }) => {
    const { t, db, viewer, now } = c.var
    const contact = isSignedIn(viewer) ? await findContact(db, id) : undefined
    const [absence] = contact === undefined ? [] : await listAbsent(db, [contact], dayOf(now))
    return absence && <AbsenceNote t={t} absence={absence} />
  },
}

export const besidePractices: readonly ContributionPart[] = [button, adopters, awayContact]
