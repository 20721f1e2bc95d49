// What a thing is about, in the words of the thesaurus.
import type { Translate } from '#kernel/locale.ts'

export interface ConceptTag {
  /** In the reader's language. */
  readonly label: string
  readonly href?: string | undefined
}
export interface ConceptTagsProps {
  readonly t: Translate
  readonly concepts: readonly ConceptTag[]
  /** Shows so many, then "and 3 more". */
  readonly most?: number | undefined
}

export const ConceptTags = ({ t, concepts, most = concepts.length }: ConceptTagsProps) =>
  concepts.length === 0 ? null : (
    <ul class="concept-tags" aria-label={t('ui.concepts')}>
      {concepts.slice(0, most).map(({ label, href }) => (
        <li>{href ? <a href={href}>{label}</a> : <span>{label}</span>}</li>
      ))}
      {concepts.length > most && (
        <li>
          <span class="concept-more">{t('ui.concepts-more', { count: concepts.length - most })}</span>
        </li>
      )}
    </ul>
  )
