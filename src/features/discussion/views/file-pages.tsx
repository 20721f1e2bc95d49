// A PDF as pictures of its first pages, for telephones that cannot show it.
import { type AudienceKind, tlpLabel } from '#kernel/audience.ts'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { Attachment } from '#trunk/attachments.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { attachmentPagePath, attachmentPath } from '../paths.ts'
import type { KnownPreview } from '../store-previews.ts'

export interface FilePagesProps {
  readonly t: Translate
  readonly attachment: Attachment
  readonly preview: KnownPreview
  readonly audienceKind: AudienceKind | undefined
}

/** Drawn so wide; the height follows from the first page, the others rarely differ. */
const drawnWidth = 1000

export const FilePages = ({ t, attachment, preview, audienceKind }: FilePagesProps) => {
  const { width, height } = preview.picture ?? { width: 1, height: 1 }
  const pages = preview.pages ?? preview.drawn
  const numbers = Array.from({ length: preview.drawn }, (_, index) => index + 1)
  const values = { count: pages, shown: preview.drawn, all: formatNumber(t.lang, pages) }
  return (
    <>
      <PageTitle
        t={t}
        title={attachment.name}
        tlp={audienceKind && tlpLabel(audienceKind)}
        lead={t(pages > preview.drawn ? 'discussion.pages-first' : 'discussion.pages-all', values)}
        action={
          <ButtonLink href={attachmentPath(attachment.id, attachment.name)} icon="file-text">
            {t('discussion.pages-open')}
          </ButtonLink>
        }
      />
      <ol class="file-pages">
        {numbers.map((number) => (
          <li>
            <img
              src={attachmentPagePath(attachment.id, number)}
              alt={t('discussion.page-picture', { number, name: attachment.name })}
              width={drawnWidth}
              height={Math.round((drawnWidth * height) / width)}
              loading={number > 2 ? 'lazy' : undefined}
            />
          </li>
        ))}
      </ol>
    </>
  )
}
