// Answers under the Chatham House Rule: what was answered may be used, which city answered it is not told.
import { createHash } from 'node:crypto'
import type { Translate } from '#kernel/locale.ts'
import type { AnswerFile, CityAnswer, Item, Value } from './poll.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A, B … Z, AA, AB …, from 0. */
const letterOf = (place: number): string =>
  (place < letters.length ? '' : letterOf(Math.floor(place / letters.length) - 1)) + letters[place % letters.length]

// By name, by country or by the moment of answering an order would tell which is which.
const shuffled = ({ id }: CityAnswer): string => createHash('sha256').update(String(id)).digest('hex')

/** The name of a file often is the name of a city. */
const hiddenValue = (t: Translate, item: Item | undefined, value: Value): Value =>
  item?.kind === 'file' && value !== null ? t('polls.kind-file') : value

/** The name of a file is left out likewise. */
export const hideFiles = (t: Translate, files: readonly AnswerFile[]): AnswerFile[] =>
  files.map((file) => ({ ...file, name: t('polls.kind-file') }))

/** Each city as a letter, in an order that says nothing; its country and the names of its files left out. */
export function hideCities(t: Translate, items: readonly Item[], answers: readonly CityAnswer[]): CityAnswer[] {
  const order = new Map(answers.map((answer) => [answer.id, shuffled(answer)]))
  const mixed = answers.toSorted((one, other) => ((order.get(one.id) ?? '') < (order.get(other.id) ?? '') ? -1 : 1))
  return mixed.map((answer, place) => ({
    ...answer,
    organisationId: 0,
    name: t('polls.city-by-letter', { letter: letterOf(place) }),
    slug: null,
    country: null,
    given: answer.given.map((value, index) => hiddenValue(t, items[index], value)),
  }))
}
