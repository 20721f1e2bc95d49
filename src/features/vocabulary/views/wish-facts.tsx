// What a proposal asks for, fact by fact.
import { formatDate, languageName, type Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import type { Name } from '../labels.ts'
import { conceptPath } from '../paths.ts'
import type { Proposal } from '../proposal.ts'

export interface WishFactsProps {
  readonly t: Translate
  readonly proposal: Proposal
  /** Of the concept that it is about; undefined where the thesaurus has it no more. */
  readonly concept: Name | undefined
}

export const WishFacts = ({ t, proposal, concept }: WishFactsProps) => {
  const { adds, title, lang, english, meaning, reason, writtenIn, publishedAt } = proposal
  const foreign = lang === t.lang ? undefined : lang
  const text = (words: string) =>
    words !== '' && <PlainText text={words} lang={writtenIn === t.lang ? undefined : writtenIn} />
  const place = concept && (
    <a href={conceptPath(proposal.concept)} lang={concept.lang === t.lang ? undefined : concept.lang}>
      {concept.text}
    </a>
  )
  return (
    <FactsList
      facts={[
        { term: t('vocabulary.field-label'), value: <b lang={foreign}>{title}</b> },
        { term: t('vocabulary.field-lang'), value: languageName(t.lang, lang) },
        { term: t(`vocabulary.fact-${adds}-at`), value: place },
        { term: t('vocabulary.field-english'), value: english !== '' && <span lang="en">{english}</span> },
        { term: t('vocabulary.field-meaning'), value: text(meaning) },
        { term: t('vocabulary.field-reason'), value: text(reason) },
        { term: t('vocabulary.fact-published'), value: publishedAt && formatDate(t.lang, publishedAt) },
      ]}
    />
  )
}
