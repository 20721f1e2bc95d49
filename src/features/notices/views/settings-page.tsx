// How somebody wants to hear of what is new: how often of what, when not, and what they watch.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { ContributionKind } from '#platform/feature.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { NoticeSetting, Rhythms } from '../rhythm.ts'
import type { Named, WatchedThing } from '../store-names.ts'
import { RhythmsForm } from './rhythms-form.tsx'
import { TimesForm } from './times-form.tsx'
import { Watched } from './watched.tsx'

export interface SettingsPageProps {
  readonly t: Translate
  readonly kinds: ReadonlyMap<string, ContributionKind>
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly rhythms: Rhythms
  readonly setting: NoticeSetting
  /** Of the city's country. */
  readonly zone: string
  readonly watched: readonly Named[]
  /** Of these what was chosen for them, as `concept.youth`. */
  readonly byDefault: ReadonlySet<string>
  /** What was looked for, and what there is of it that is not watched yet. */
  readonly words: string
  readonly found: readonly Named[]
  /** What fits the city and is not watched yet. */
  readonly proposed: readonly Named[]
  readonly things: readonly WatchedThing[]
}

export const SettingsPage = (props: SettingsPageProps) => {
  const { t, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('notices.settings')} lead={t('notices.settings-lead')} />
      <PageBody>
        <Watched {...props} />
        <RhythmsForm {...props} />
        <TimesForm {...props} />
      </PageBody>
    </>
  )
}
