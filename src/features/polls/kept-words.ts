// What somebody typed into a form of a poll that is out of their reach by now, as one text: theirs to copy.
import type { Translate } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'

const answered = /^item-(\d+)$/

/** What was chosen comes by its words; yes and no do not. */
const said = (t: Translate, value: string): string =>
  value === 'yes' || value === 'no' ? t(`polls.value-${value}`) : value

/** A paragraph for each thing that was answered: "Question 2: The mayor". */
export const answersIn = (t: Translate, typed: Typed): string =>
  Object.entries(typed)
    .flatMap(([name, value]) => {
      const number = Number(answered.exec(name)?.[1] ?? 0)
      const words = [value ?? []].flat().filter((one) => one.trim() !== '')
      return number === 0 || words.length === 0 ? [] : [{ number, words }]
    })
    .toSorted((one, other) => one.number - other.number)
    .map(({ number, words }) => `${t('polls.item', { number })}: ${words.map((one) => said(t, one)).join('; ')}`)
    .join('\n\n')
