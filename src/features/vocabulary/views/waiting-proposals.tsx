// Proposals that wait for the office, the oldest first.
import { languageName, type Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { decisionPath, proposalsPath } from '../paths.ts'
import type { ProposalLine } from '../store-lists.ts'

export interface WaitingProposalsProps {
  readonly t: Translate
  readonly proposals: readonly ProposalLine[]
  /** Also those that are not shown here. */
  readonly total: number
}

export const WaitingProposals = ({ t, proposals, total }: WaitingProposalsProps) => (
  <Section
    title={t('vocabulary.waiting', { count: total })}
    id="waiting-proposals"
    action={total > proposals.length && <a href={proposalsPath}>{t('vocabulary.waiting-all')}</a>}
  >
    <Timeline
      t={t}
      entries={proposals.map(({ id, title, lang, publishedAt, organisationName }) => ({
        when: publishedAt,
        title: (
          <a href={decisionPath(id)} lang={lang === t.lang ? undefined : lang}>
            {title}
          </a>
        ),
        text: [languageName(t.lang, lang), organisationName].join(' · '),
      }))}
    />
  </Section>
)
