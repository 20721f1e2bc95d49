// From what the form holds about the things to be asked to what is kept, and back. Fields end with the number of their item.
import { oneLine } from '#kernel/one-line.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { type Item, type ItemKind, itemKinds, mostFiles, mostItems } from './poll.ts'

export const longestWords = 300
const mostChoices = 20
const longestChoice = 120
export const longestUnit = 40

export const itemField = (name: 'words' | 'kind' | 'choices' | 'unit' | 'required', number: number): string =>
  `${name}-${number}`

const text = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** How many items the form shows. */
export function itemsShown(typed: Typed): number {
  const shown = Number(text(typed, 'shown'))
  return Number.isInteger(shown) ? Math.min(Math.max(shown, 1), mostItems) : 1
}

const isKind = (value: string): value is ItemKind => (itemKinds as readonly string[]).includes(value)

const linesOf = (choices: string): string[] =>
  choices
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')

function choiceIssue(choices: readonly string[]): Omit<Issue, 'field'> | undefined {
  if (choices.length < 2) return { message: 'polls.issue-choices' }
  if (choices.length > mostChoices) return { message: 'polls.issue-choices-many', values: { most: mostChoices } }
  if (choices.some((choice) => choice.length > longestChoice))
    return { message: 'polls.issue-choice-long', values: { most: longestChoice } }
  const different = new Set(choices.map((choice) => choice.toLowerCase()))
  return different.size < choices.length ? { message: 'polls.issue-choices-alike' } : undefined
}

interface Judged {
  readonly item: Item
  readonly issues: readonly Issue[]
}

function judge(typed: Typed, number: number): Judged {
  const at = (name: Parameters<typeof itemField>[0]) => text(typed, itemField(name, number))
  const [words, kind, unit] = [oneLine(at('words')), at('kind'), oneLine(at('unit'))]
  const isChoice = kind === 'one' || kind === 'several'
  const choices = isChoice ? linesOf(at('choices')) : []
  const wrong = isChoice ? choiceIssue(choices) : undefined
  const issues: (Issue | undefined)[] = [
    words.length > longestWords
      ? { field: itemField('words', number), message: 'ui.issue-too-long', values: { maximum: longestWords } }
      : undefined,
    isKind(kind) ? undefined : { field: itemField('kind', number), message: 'polls.issue-kind' },
    wrong && { field: itemField('choices', number), ...wrong },
    unit.length > longestUnit
      ? { field: itemField('unit', number), message: 'ui.issue-too-long', values: { maximum: longestUnit } }
      : undefined,
  ]
  const required = at('required') === 'yes'
  const item = { kind: isKind(kind) ? kind : 'text', words, choices, unit: kind === 'number' ? unit : '', required }
  return { item, issues: issues.filter((issue) => issue !== undefined) }
}

/** An item without words was not meant; one at least must be. */
export function itemsFrom(typed: Typed): { readonly items: readonly Item[]; readonly issues: readonly Issue[] } {
  const numbers = Array.from({ length: itemsShown(typed) }, (_, index) => index + 1)
  const meant = numbers.filter((number) => oneLine(text(typed, itemField('words', number))) !== '')
  if (meant.length === 0) return { items: [], issues: [{ field: itemField('words', 1), message: 'polls.issue-items' }] }
  const tooMany = meant.filter((number) => text(typed, itemField('kind', number)) === 'file')[mostFiles]
  if (tooMany !== undefined)
    return {
      items: [],
      issues: [{ field: itemField('kind', tooMany), message: 'polls.issue-files-many', values: { most: mostFiles } }],
    }
  const judged = meant.map((number) => judge(typed, number))
  return { items: judged.map(({ item }) => item), issues: judged.flatMap(({ issues }) => issues) }
}

/** The form with one more item in it. */
export function withAnother(typed: Typed): Typed {
  const shown = itemsShown(typed)
  if (shown >= mostItems) return typed
  return { ...typed, ...emptyItem(shown + 1), shown: String(shown + 1) }
}

/** What an item begins with: most polls ask for yes or no, and want an answer. */
export const emptyItem = (number: number): Typed => ({
  [itemField('kind', number)]: 'yes-no',
  [itemField('required', number)]: 'yes',
})
