// On the home page of a substitute: for whom, and until when.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import { personPath } from '../paths.ts'
import { noonOf } from './absence-note.tsx'

export interface StandingInProps {
  readonly t: Translate
  readonly lines: readonly { readonly name: string; readonly slug: string; readonly until: string }[]
}

export const StandingIn = ({ t, lines }: StandingInProps) => (
  <Section title={t('absences.standing-in')}>
    {lines.map(({ name, slug, until }) => (
      <PersonLine
        name={name}
        href={personPath(slug)}
        note={t('absences.until', { day: formatDate(t.lang, noonOf(until)) })}
      />
    ))}
  </Section>
)
