// A practice as one entry of a list.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ItemCard } from '#ui/item-card/item-card.tsx'
import { isUnconfirmed } from '../currency.ts'
import { practicePath } from '../paths.ts'
import type { PracticeLine } from '../store-lists.ts'

const metaOf = (t: Translate, line: PracticeLine): (string | undefined)[] => [
  line.yearStart === null ? undefined : t('practices.since', { year: String(line.yearStart) }),
  isUnconfirmed(line) ? t('practices.unconfirmed-short') : undefined,
  line.evidence === null ? undefined : t(`practices.evidence-short-${line.evidence}`),
]

const stateOf = (t: Translate, { state }: PracticeLine, fresh: boolean) => {
  if (state === 'draft') return { label: t('practices.state-draft'), tone: 'new' } as const
  return fresh ? ({ label: t('practices.state-fresh'), tone: 'new' } as const) : undefined
}

export interface PracticeCardProps {
  readonly t: Translate
  readonly line: PracticeLine
  readonly level?: 2 | 3
  readonly action?: Child
  /** Came since the reader was here last. */
  readonly fresh?: boolean
}

export const PracticeCard = ({ t, line, level = 2, action, fresh = false }: PracticeCardProps) => (
  <ItemCard
    t={t}
    title={line.title}
    href={practicePath(line.id, line.title)}
    lang={line.lang}
    summary={line.summary}
    headingLevel={level}
    city={{ name: line.organisationName, country: line.country, href: `/members/${line.organisationSlug}` }}
    meta={metaOf(t, line)}
    concepts={line.concepts.map((slug) => ({ label: conceptLabel(slug, t.lang), href: `/practices?concept=${slug}` }))}
    tlp={line.audienceKind && line.audienceKind !== 'public' ? tlpLabel(line.audienceKind) : undefined}
    state={stateOf(t, line, fresh)}
    action={action}
  />
)
