// What the page of a city offers the network's office: to say that it stands in the register twice.
import type { MemberPart } from '#platform/page-parts.ts'
import { Section } from '#ui/page/page.tsx'
import { doublePath } from './paths.ts'
import { mayJoinDoubles } from './permissions.ts'
import { findSlug } from './store.ts'

export const besideMember: MemberPart = {
  name: 'doubles.beside',
  position: 90,
  draw: async ({ var: { t, db, viewer } }, organisationId) => {
    if (!mayJoinDoubles(viewer)) return undefined
    const slug = await findSlug(db, organisationId)
    return slug === undefined ? undefined : (
      <Section title={t('doubles.title')}>
        <p>
          <a href={doublePath(slug)}>{t('doubles.begin')}</a>
        </p>
      </Section>
    )
  },
}
