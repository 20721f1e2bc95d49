// Files that belong to a thing.
import type { Child } from 'hono/jsx'
import { regionalTag, type Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface Attachment {
  readonly name: string
  readonly href: string
  /** Bytes. */
  readonly size: number
  /** In words: "PDF". Default: the ending of the name. */
  readonly kind?: string | undefined
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

export const Attachments = ({ t, files }: { readonly t: Translate; readonly files: readonly Attachment[] }) =>
  files.length === 0 ? null : (
    <ul class="attachments" aria-label={t('ui.attachments')}>
      {files.map((file) => (
        <li>
          <Icon name="paperclip" />
          <span>
            <a href={file.href}>{file.name}</a>
            <span class="attachment-facts">
              {[kindOf(file), formatBytes(t.lang, file.size)].filter(Boolean).join(' · ')}
            </span>
          </span>
          {file.action}
        </li>
      ))}
    </ul>
  )
