// Plain words as Markdown that shows them as they were: nothing in a brought document turns into a mark by accident.

/** `*`, `_` around words and backticks would be emphasis and code, `&lt;` would be the sign that it names. */
const marks = /[\\`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w{1,31};)/gu
const inline = (text: string): string => text.replaceAll(marks, String.raw`\$&`)

/** What would begin a heading, a quotation, a list or a rule at the start of a line. */
const opening = /^(\s*)(#{1,6}(?=\s)|[>+-](?=\s)|[=-]{3,}$|~{3})/gm

export const markdownOf = (text: string): string =>
  inline(text.replaceAll(/[\t ]+/g, ' ')).replaceAll(opening, (_, space: string, mark: string) => `${space}\\${mark}`)

/** Bold where it stands inside a sentence; words, not the spaces around them. */
export const boldOf = (text: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : `${before}**${words}**${after}`
}
