// The home page for visitors: what this is in a sentence, the search, live figures, the map, what is newest, the way in.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Hero } from '#ui/hero/hero.tsx'
import { PageBody, Section } from '#ui/page/page.tsx'
import { StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import { joinPath, searchPath } from '../paths.ts'
import type { Parts } from './person-home.tsx'

export interface VisitorHomeProps {
  readonly t: Translate
  readonly figures: readonly { readonly value: string; readonly label: string; readonly href?: string }[]
  readonly parts: Parts
}

const examples = ['light', 'school', 'nightlife'] as const

const Join = ({ t }: { t: Translate }) => (
  <Section title={t('home.for-cities')}>
    <p>{t('home.for-cities-text')}</p>
    <ButtonLink href={joinPath} icon="handshake">
      {t('home.how-to-join')}
    </ButtonLink>
  </Section>
)

export const VisitorHome = ({ t, figures, parts }: VisitorHomeProps) => (
  <>
    <Hero
      t={t}
      title={t('home.headline')}
      lead={t('home.lead')}
      examplesLabel={t('home.for-example')}
      examples={examples.map((name) => {
        const label = t(`home.example-${name}`)
        return { label, href: searchPath(label) }
      })}
      figures={figures.length > 0 && <StatFigures t={t} figures={figures} />}
    />
    <PageBody
      aside={
        <>
          {parts.aside}
          <Join t={t} />
        </>
      }
    >
      {parts.map}
      {parts.main}
    </PageBody>
  </>
)
