// Whether a text survives the editor: only then it is opened in it without asking.
import { readMarkdown } from './rich-text-read.ts'
import { meansTheSame } from './rich-text-shape.ts'
import { writeMarkdown } from './rich-text-write.ts'

/** True where the editor shows all of it and would write it back with the same meaning. */
export function survives(markdown: string): boolean {
  const { doc, complete } = readMarkdown(markdown)
  if (!complete) return false
  return meansTheSame(readMarkdown(writeMarkdown(doc)).doc, doc)
}
