// One document: its current version to read, the earlier ones, and what every kind of contribution has.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { type Attachment, Attachments } from '#ui/attachments/attachments.tsx'
import { ButtonRow } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import type { SharedParts } from '../../discussion/public.tsx'
import { type Room, RoomNotes, roomClass } from '../../rooms/public.tsx'
import type { Version } from '../document.ts'
import { documentWithdrawalPath } from '../paths.ts'
import { mayBringVersion, mayWithdrawDocument } from '../permissions.ts'
import { VersionForm } from './document-form.tsx'

export interface DocumentPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly document: Contribution
  readonly room: Room | undefined
  /** The current one first, each with its file as it is shown. */
  readonly versions: readonly (Version & { readonly file: Attachment })[]
  readonly shared: SharedParts
  readonly largest: number
  readonly once: string
}

const Actions = ({ t, viewer, document, shared }: DocumentPageProps) => (
  <ButtonRow>
    {shared.beside.tools}
    {mayWithdrawDocument(viewer, document) && (
      <ConfirmStep
        label={t('documents.withdraw')}
        question={t('documents.withdraw-question')}
        action={documentWithdrawalPath(document.id)}
        confirm={t('documents.withdraw-confirm')}
      />
    )}
  </ButtonRow>
)

/** Under the Chatham House Rule a print does not say who brought it. */
const saidOf = (t: Translate, { said, number, byName }: Version): Child => (
  <>
    <p>{said === '' ? t('documents.first') : said}</p>
    {byName && <p class="said-by">{t('documents.by', { name: byName, number })}</p>}
  </>
)

const Versions = ({ t, versions }: Pick<DocumentPageProps, 't' | 'versions'>) => (
  <Section title={t('documents.versions')}>
    <Timeline
      t={t}
      label={t('documents.versions')}
      entries={versions.map((version) => ({
        when: formatMoment(t.lang, version.at),
        title: (
          <a href={version.file.href}>
            {t('documents.version', { number: version.number })}: {version.name}
          </a>
        ),
        text: saidOf(t, version),
      }))}
    />
  </Section>
)

export const DocumentPage = (props: DocumentPageProps) => {
  const { t, viewer, document, room, versions, shared, largest, once } = props
  const [current] = versions
  return (
    <article class={roomClass(room)}>
      <PageTitle
        {...{ t, kind: t('documents.one'), title: document.title, lang: document.lang, facts: shared.byline }}
        tlp={tlpLabel(document.audienceKind)}
        audienceName={room?.name}
        action={<Actions {...props} />}
      />
      <PageBody aside={[shared.visibility, ...shared.beside.aside]}>
        <RoomNotes t={t} room={room} />
        {document.summary !== '' && <p>{document.summary}</p>}
        {current && (
          <Section title={t('documents.current', { number: current.number })}>
            <Attachments t={t} files={[current.file]} />
          </Section>
        )}
        {mayBringVersion(viewer, document) && (
          <VersionForm {...{ t, id: document.id, typed: {}, issues: [], largest, once }} />
        )}
        <Versions t={t} versions={versions} />
        {shared.beside.below}
        {shared.discussion}
      </PageBody>
    </article>
  )
}
