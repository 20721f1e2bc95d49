// From what a form holds to what is kept, and back.
import type { Typed } from '#kernel/outcome.ts'
import { plainText } from '#platform/text/markdown.ts'
import type { QuestionInput } from './inputs.ts'
import type { Question } from './question.ts'

type Words = Pick<QuestionInput, 'title' | 'text' | 'concepts'> & { readonly lang: string }

const mostOfSummary = 280

/** A question is short enough to be its own summary; where the title says it all there is none. */
export function wordsOf({ title, text, lang, concepts }: Words) {
  const summary = plainText(text, mostOfSummary)
  return { title, summary: summary === title ? '' : summary, lang, concepts }
}

/** The question as the form shows it: the reverse of inputs.ts. */
export const typedFrom = (question: Question): Typed => ({
  text: question.text,
  title: question.title,
  lang: question.lang,
  concepts: question.concepts,
  audience: String(question.audienceId),
  revision: String(question.revision),
})
