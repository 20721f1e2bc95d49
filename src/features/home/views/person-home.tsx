// The home page of a signed-in person: what is new for their city, what features hand to it, and how to begin.
import type { Child } from 'hono/jsx'
import { formatDate, type Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { newPracticePath } from '../paths.ts'
import { FirstSteps } from './first-steps.tsx'
import { NewThings, type ThingToShow } from './new-things.tsx'

export type Parts = Readonly<Record<'top' | 'main' | 'aside' | 'map', Child[]>>

export interface PersonHomeProps {
  readonly t: Translate
  readonly cityName: string
  readonly things: readonly ThingToShow[]
  readonly kindLabel: (kind: string) => string
  readonly fresh: ReadonlySet<number>
  /** When this person was here last, if something is new since. */
  readonly lastVisit: Date | undefined
  /** Has not begun anything yet: the first steps are shown. */
  readonly beginner: boolean
  readonly parts: Parts
}

const leadOf = ({ t, lastVisit }: PersonHomeProps): string =>
  lastVisit === undefined
    ? t('home.new-for-lead')
    : t('home.new-for-lead-since', { date: formatDate(t.lang, lastVisit) })

export const PersonHome = (props: PersonHomeProps) => {
  const { t, cityName, things, kindLabel, fresh, beginner, parts } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('home.new-for', { city: cityName })}
        lead={leadOf(props)}
        action={
          <ButtonLink href={newPracticePath} tone="primary" icon="plus">
            {t('home.share')}
          </ButtonLink>
        }
      />
      <PageBody
        aside={
          <>
            {beginner && <FirstSteps t={t} />}
            {parts.aside}
          </>
        }
      >
        {parts.top}
        {parts.top.length === 0 ? (
          <NewThings t={t} things={things} kindLabel={kindLabel} fresh={fresh} />
        ) : (
          <Section title={t('home.shared-by-others')}>
            <NewThings t={t} things={things} kindLabel={kindLabel} fresh={fresh} level={3} />
          </Section>
        )}
        {parts.main}
        {parts.map}
      </PageBody>
    </>
  )
}
