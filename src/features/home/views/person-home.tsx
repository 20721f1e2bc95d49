// The home page of a signed-in person: what is new for their city, what features hand to it, and how to begin.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { newPracticePath } from '../paths.ts'
import { FirstSteps } from './first-steps.tsx'
import { NewThings, type ThingToShow } from './new-things.tsx'

export type Parts = Readonly<Record<'top' | 'main' | 'aside' | 'map', Child[]>>

export interface PersonHomeProps {
  readonly t: Translate
  readonly cityName: string
  readonly things: readonly ThingToShow[]
  readonly kindLabel: (kind: string) => string
  /** Has not begun anything yet: the first steps are shown. */
  readonly beginner: boolean
  readonly parts: Parts
}

export const PersonHome = ({ t, cityName, things, kindLabel, beginner, parts }: PersonHomeProps) => {
  return (
    <>
      <PageTitle
        t={t}
        title={t('home.new-for', { city: cityName })}
        lead={t('home.new-for-lead')}
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
        <NewThings t={t} things={things} kindLabel={kindLabel} />
        {parts.main}
        {parts.map}
      </PageBody>
    </>
  )
}
