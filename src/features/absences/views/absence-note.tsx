// Where somebody would be asked: that they are away, and whom to ask instead.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { Notice } from '#ui/notice/notice.tsx'
import type { Absence } from '../absence.ts'
import { personPath } from '../paths.ts'

/** A day as a moment that lies on it in every zone of Europe. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** In a line: "away until 3 December". */
export const awayWords = (t: Translate, { until }: Pick<Absence, 'until'>): string =>
  t('absences.away-until', { day: formatDate(t.lang, noonOf(until)) })

export const AbsenceNote = ({ t, absence }: { readonly t: Translate; readonly absence: Absence }) => {
  const { name, until, substitute } = absence
  return (
    <Notice>
      <p>{t('absences.note', { name, day: formatDate(t.lang, noonOf(until)) })}</p>
      {substitute !== null && (
        <p>
          {t('absences.ask-instead')} <a href={personPath(substitute.slug)}>{substitute.name}</a>
        </p>
      )}
    </Notice>
  )
}
