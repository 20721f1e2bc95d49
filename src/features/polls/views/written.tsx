// A value of an answer, as it stands on a page.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { PlainText } from '#ui/prose/prose.tsx'
import { answerFilePath } from '../paths.ts'
import type { AnswerFile, Item, Value } from '../poll.ts'
import { writtenValue } from '../written-value.ts'

const mostLetters = 160

const LongText = ({ text }: { text: string }) =>
  text.length <= mostLetters ? (
    <PlainText text={text} />
  ) : (
    <details>
      <summary>{`${text
        .slice(0, mostLetters)
        .toWellFormed()
        .replace(/\s+\S*$/, '')} …`}</summary>
      <PlainText text={text} />
    </details>
  )

interface WrittenProps {
  readonly t: Translate
  readonly item: Item
  readonly value: Value
  readonly file: AnswerFile | undefined
  readonly pollId: number
}

const wordsOf = (t: Translate, item: Item, cell: string | number | null): string => {
  if (cell === null) return '–'
  return typeof cell === 'number' ? [formatNumber(t.lang, cell), item.unit].filter(Boolean).join('\u00a0') : cell
}

export const Written = ({ t, item, value, file, pollId }: WrittenProps) => {
  const words = wordsOf(t, item, writtenValue(t, item, value))
  if (item.kind === 'file' && file !== undefined)
    return <a href={answerFilePath(pollId, file.id, file.name)}>{file.name}</a>
  return item.kind === 'text' ? <LongText text={words} /> : <span>{words}</span>
}
