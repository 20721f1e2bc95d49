// "Who can see this, and why": the rule, the persons, what it means beyond this site.
import { type AudienceKind, tlpLabel } from '#kernel/audience.ts'
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { CoAuthor } from '#trunk/co-authors.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { PostButton } from '#ui/button/button.tsx'
import { PageTitle, Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import { unwatchPath, visibilityPath, watchPath } from '../paths.ts'

export interface HistoryLine {
  readonly sentence: string
  readonly at: Date
  readonly by: string | undefined
}
export interface VisibilityProps {
  readonly t: Translate
  readonly contribution: Contribution
  readonly audienceName: string | null
  /** Only for TLP:RED, and only for those who are in it. */
  readonly persons: readonly string[]
  /** They see it whatever its audience. */
  readonly coAuthors: readonly CoAuthor[]
  /** For the author's own organisation. */
  readonly history: readonly HistoryLine[]
}

const who = (t: Translate, kind: AudienceKind, name: string): string => t(`discussion.who-${kind}`, { name })

/** On which ways it may leave this site; between the two ends the same for all. */
const channels: Partial<Record<AudienceKind, string>> = {
  public: 'discussion.channels-public',
  persons: 'discussion.channels-persons',
}

const History = ({ t, history }: Pick<VisibilityProps, 't' | 'history'>) => (
  <Section title={t('discussion.history')}>
    <Timeline
      t={t}
      entries={history.map(({ sentence, at, by }) => ({ when: formatMoment(t.lang, at), title: sentence, text: by }))}
    />
  </Section>
)

const CoAuthorsWho = ({ t, coAuthors }: Pick<VisibilityProps, 't' | 'coAuthors'>) =>
  coAuthors.length === 0 ? null : (
    <>
      <p>{t('discussion.who-co-authors')}</p>
      <ul>
        {coAuthors.map(({ name, organisationName, left }) => (
          <li>{name && !left ? `${name} (${organisationName})` : organisationName}</li>
        ))}
      </ul>
    </>
  )

export const VisibilityPage = ({ t, contribution, audienceName, persons, coAuthors, history }: VisibilityProps) => {
  const kind = contribution.audienceKind
  const unnamed = kind === 'organisation' ? contribution.organisationName : tlpLabel(kind)
  return (
    <>
      <PageTitle
        t={t}
        title={t('discussion.visibility')}
        kind={contribution.title}
        tlp={tlpLabel(kind)}
        audienceName={audienceName}
      />
      <p>{contribution.state === 'published' ? who(t, kind, audienceName ?? unnamed) : t('discussion.who-draft')}</p>
      {persons.length > 0 && (
        <ul>
          {persons.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      )}
      <CoAuthorsWho t={t} coAuthors={coAuthors} />
      <p>{t(channels[kind] ?? 'discussion.channels')}</p>
      <p>{t('discussion.freedom-of-information')}</p>
      {history.length > 0 && <History t={t} history={history} />}
    </>
  )
}

export const VisibilityNote = (props: { t: Translate; contribution: Contribution; watching: boolean | undefined }) => {
  const { t, contribution, watching } = props
  return (
    <div class="visibility-note">
      {contribution.audienceKind && <TlpLabel t={t} label={tlpLabel(contribution.audienceKind)} />}
      <a href={visibilityPath(contribution.id)}>{t('discussion.visibility')}</a>
      {watching !== undefined && contribution.state === 'published' && (
        <PostButton action={(watching ? unwatchPath : watchPath)(contribution.id)} small icon="eye">
          {t(watching ? 'discussion.unwatch' : 'discussion.watch')}
        </PostButton>
      )}
    </div>
  )
}
