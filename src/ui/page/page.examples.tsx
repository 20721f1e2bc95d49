// Examples of PageTitle, PageBody, Section, Panel and Panels.

import { ButtonLink } from '../button/button.tsx'
import type { Example } from '../catalogue/example.ts'
import { CityBadge } from '../city-badge/city-badge.tsx'
import { FactsList } from '../facts-list/facts-list.tsx'
import { Prose } from '../prose/prose.tsx'
import { PageBody, PageTitle, Panel, Panels, Section } from './page.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a title with everything',
    example: (t) => (
      <PageTitle
        t={t}
        kind="Practice"
        title="Mediação noturna nas praças"
        lang="pt"
        tlp="TLP:GREEN"
        state={{ label: 'Checked 2026', tone: 'done' }}
        lead="Mediators on three squares from ten to three, paid half by the bars."
        facts={<CityBadge t={t} name="Porto" country="PT" href="#porto" />}
        action={
          <ButtonLink tone="primary" href="#adopt">
            We do it too
          </ButtonLink>
        }
      />
    ),
  },
  {
    name: 'body, sections, right column',
    example: () => (
      <PageBody
        aside={
          <Section title="At a glance">
            <FactsList
              facts={[
                { term: 'Duration', value: '2021–2024' },
                { term: 'Cost', value: '€ 184,000' },
              ]}
            />
          </Section>
        }
      >
        <Section title="The problem" action={<a href="#all">All of it</a>}>
          <Prose>
            <p>Conflicts between residents and guests had doubled within two summers.</p>
          </Prose>
        </Section>
        <Section title="What was done">
          <Prose>
            <p>Mediators walk the squares.</p>
          </Prose>
        </Section>
      </PageBody>
    ),
  },
  {
    name: 'panels',
    example: () => (
      <Panels>
        <Panel title="By e-mail">
          <p>We send you a link that works once.</p>
        </Panel>
        <Panel title="By password">
          <p>With the six figures from your phone.</p>
        </Panel>
      </Panels>
    ),
  },
]
