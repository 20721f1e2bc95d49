// The files of a contribution, and the field to add more.
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Attachment } from '#trunk/attachments.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { Attachments, type Attachment as ShownFile } from '#ui/attachments/attachments.tsx'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import {
  attachmentPagesPath,
  attachmentPath,
  attachmentPreviewPath,
  attachmentRemovalPath,
  attachmentsPath,
} from '../paths.ts'
import { mayAttach } from '../permissions.ts'
import type { KnownPreview } from '../store-previews.ts'

export interface FilesProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly contribution: Contribution
  readonly attachments: readonly Attachment[]
  readonly previews: readonly KnownPreview[]
  /** Bytes that one file may have. */
  readonly largest: number
}

export const AttachForm = (props: {
  t: Translate
  contributionId: number
  largest: number
  issues?: readonly Issue[]
}) => {
  const { t, contributionId, largest, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <Form t={t} action={attachmentsPath(contributionId)} label={t('discussion.attach')} multipart>
        <FileField
          t={t}
          name="file"
          label={t('discussion.attach')}
          hint={t('discussion.attach-hint')}
          issues={issues}
          maximumBytes={largest}
          multiple
          required
        />
        <ButtonRow>
          <Button icon="upload">{t('discussion.upload')}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

export const removal = (t: Translate, { id, name }: Attachment) => (
  <PostButton action={attachmentRemovalPath(id)} tone="quiet" small label={`${t('discussion.remove')}: ${name}`}>
    {t('discussion.remove')}
  </PostButton>
)

const pictureOf = (t: Translate, { id, mediaType }: Attachment, preview: KnownPreview | undefined) =>
  preview?.picture && {
    src: attachmentPreviewPath(id),
    ...preview.picture,
    alt: t(mediaType === 'application/pdf' ? 'discussion.first-page-of' : 'discussion.picture-of'),
  }

/** Beside the first page, which every reader of the list has seen. */
const further = (t: Translate, id: number, preview: KnownPreview | undefined) =>
  preview !== undefined && preview.drawn > 0 && <a href={attachmentPagesPath(id)}>{t('discussion.pages-look')}</a>

/** One file as a list of files shows it: its picture if there is one, and the way to its further pages. */
export function fileEntry(t: Translate, attachment: Attachment, previews: readonly KnownPreview[]): ShownFile {
  const { id, name, size, mediaType } = attachment
  const preview = previews.find(({ attachmentId }) => attachmentId === id)
  return {
    name,
    size,
    href: attachmentPath(id, name),
    kind: mediaType.split(/[/.]/).at(-1)?.toUpperCase(),
    pages: preview?.pages ?? undefined,
    picture: pictureOf(t, attachment, preview),
    more: further(t, id, preview),
  }
}

export const Files = ({ t, viewer, contribution, attachments, previews, largest }: FilesProps) => {
  const may = mayAttach(viewer, contribution)
  if (attachments.length === 0 && !may) return null
  const files = attachments.map((attachment) => ({
    ...fileEntry(t, attachment, previews),
    action: may ? removal(t, attachment) : undefined,
  }))
  return (
    <Section title={t('discussion.files')} id="files">
      {files.length > 0 && <Attachments t={t} files={files} />}
      {may && <AttachForm t={t} contributionId={contribution.id} largest={largest} />}
    </Section>
  )
}
