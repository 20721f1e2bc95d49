// One's next digest, exactly as it would be sent: when it comes, the mail itself, as plain text, and to oneself now.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { copiesPath, letterPath, plainPath } from '../paths.ts'

export interface NextDigest {
  /** `YYYY-MM-DD` and `HH:MM`, in the reader's own time. */
  readonly day: string
  readonly time: string
  /** It says something that none said before. */
  readonly fresh: boolean
}

export interface DigestPageProps {
  readonly t: Translate
  /** Undefined: none is wanted. */
  readonly next: NextDigest | undefined
  /** Undefined: there would be nothing to tell. */
  readonly subject: string | undefined
  readonly settingsPath: string
  readonly once: string
}

const Facts = ({ t, next, subject }: Pick<DigestPageProps, 't' | 'next' | 'subject'>) => (
  <FactsList
    facts={[
      {
        term: t('digests.next'),
        value:
          next && t('digests.next-at', { day: formatDate(t.lang, new Date(`${next.day}T12:00:00Z`)), time: next.time }),
      },
      { term: t('digests.subject'), value: subject },
    ]}
  />
)

const Letter = ({ t, once }: Pick<DigestPageProps, 't' | 'once'>) => (
  <>
    <iframe class="digest-letter" src={letterPath} title={t('digests.letter')} />
    <ButtonRow>
      <PostButton action={copiesPath} icon="mail" hidden={{ once }}>
        {t('digests.send-now')}
      </PostButton>
      <ButtonLink href={letterPath} tone="quiet">
        {t('digests.open-letter')}
      </ButtonLink>
      <ButtonLink href={plainPath} tone="quiet">
        {t('digests.open-text')}
      </ButtonLink>
    </ButtonRow>
  </>
)

export const DigestPage = ({ t, next, subject, settingsPath, once }: DigestPageProps) => {
  const settings = <ButtonLink href={settingsPath}>{t('digests.change')}</ButtonLink>
  return (
    <>
      <PageTitle
        t={t}
        title={t('digests.title')}
        lead={t('digests.lead')}
        facts={<Facts t={t} next={next} subject={subject} />}
        action={settings}
      />
      <PageBody>
        {next === undefined && <EmptyState icon="mail" title={t('digests.none')} text={t('digests.none-text')} />}
        {next !== undefined && subject === undefined && (
          <EmptyState icon="mail" title={t('digests.nothing')} text={t('digests.nothing-text')} />
        )}
        {subject !== undefined && next?.fresh === false && <Notice tone="info">{t('digests.stale')}</Notice>}
        {subject !== undefined && <Letter t={t} once={once} />}
      </PageBody>
    </>
  )
}
