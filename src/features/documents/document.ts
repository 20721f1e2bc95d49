// The noun: a document of a room, and its versions.
import type { Attachment } from '#trunk/attachments.ts'

export interface Version extends Attachment {
  /** From 1. */
  readonly number: number
  /** What has changed, in the words of whoever brought it; may be empty. */
  readonly said: string
  readonly at: Date
  /** Undefined where the viewer may not know the person any more. */
  readonly byName: string | undefined
}

export interface DocumentLine {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly versions: number
  readonly at: Date
  /** The file of the current version. */
  readonly fileName: string
}

/** As the current version, as in most offices: three or four a year, over some years. */
export const mostVersions = 100
