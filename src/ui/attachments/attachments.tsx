// Files that belong to a thing.
import type { Child } from 'hono/jsx'
import { regionalTag, type Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface AttachmentPicture {
  readonly src: string
  readonly width: number
  readonly height: number
  /** Read before the name: "First page of". */
  readonly alt: string
}
export interface Attachment {
  readonly name: string
  readonly href: string
  /** Bytes. */
  readonly size: number
  /** In words: "PDF". Default: the ending of the name. */
  readonly kind?: string | undefined
  /** Of a document. */
  readonly pages?: number | undefined
  /** A small picture of it; width and height in pixels, so that nothing shifts while it loads. */
  readonly picture?: AttachmentPicture | undefined
  /** A link beside the facts: to look at further pages. */
  readonly more?: Child | undefined
  /** Remove, for those who may. */
  readonly action?: Child | undefined
}

/** 1536 → "1.5 kB", in the reader's way. */
function formatBytes(lang: string, bytes: number): string {
  const [value, unit] =
    bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : bytes >= 1e3 ? [bytes / 1e3, 'kilobyte'] : [bytes, 'byte']
  return new Intl.NumberFormat(regionalTag(lang), {
    style: 'unit',
    unit: String(unit),
    maximumFractionDigits: 1,
  }).format(Number(value))
}

const kindOf = ({ name, kind }: Attachment): string =>
  kind ?? (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase()

const factsOf = (t: Translate, file: Attachment): string =>
  [
    kindOf(file),
    file.pages === undefined ? '' : t('ui.attachment-pages', { count: file.pages }),
    formatBytes(t.lang, file.size),
  ]
    .filter(Boolean)
    .join(' · ')

const Picture = ({ src, width, height, alt }: AttachmentPicture) => (
  <>
    <img class="attachment-picture" src={src} width={width} height={height} alt={alt} loading="lazy" />{' '}
  </>
)

const File = ({ t, file }: { t: Translate; file: Attachment }) => (
  <li class={file.picture && 'attachment-shown'}>
    {file.picture === undefined && <Icon name="paperclip" />}
    <span class="attachment-words">
      <a href={file.href}>
        {file.picture && <Picture {...file.picture} />}
        <span>{file.name}</span>
      </a>
      <span class="attachment-facts">{factsOf(t, file)}</span>
      {file.more && <span class="attachment-facts">{file.more}</span>}
    </span>
    {file.action}
  </li>
)

export const Attachments = ({ t, files }: { readonly t: Translate; readonly files: readonly Attachment[] }) =>
  files.length === 0 ? null : (
    <ul class="attachments" aria-label={t('ui.attachments')}>
      {files.map((file) => (
        <File t={t} file={file} />
      ))}
    </ul>
  )
