// Payment references as people and banks write them: with spaces and dashes, broken over lines, the letter O for a zero.

/** Upper case, letters and figures only, O written as 0. */
export const squeeze = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[^A-Z0-9]/g, '')

/** ISO 11649: RF, two check digits, at most 21 characters; remainder 1 modulo 97 with the first four at the end. */
export function isCreditorReference(text: string): boolean {
  const plain = text.toUpperCase().replaceAll(/\s/g, '')
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(plain)) return false
  const figures = [...`${plain.slice(4)}${plain.slice(0, 4)}`].map((one) => Number.parseInt(one, 36)).join('')
  return [...figures].reduce((rest, figure) => (rest * 10 + Number(figure)) % 97, 0) === 1
}

/** What a reference may be written as: itself, and without RF and its check digits. */
export const keysOf = (reference: string): readonly string[] => {
  const key = squeeze(reference)
  const bare = isCreditorReference(reference) ? key.slice(4).replace(/^0+/, '') : ''
  // Shorter ones would be found in any telephone number.
  return [key, bare].filter((one) => one.length >= 6 && (one.match(/\d/g)?.length ?? 0) >= 4)
}

/** "2025-0042" → 42: how people quote it who leave out the year. */
export const shortNumberOf = (number: string): number | undefined => {
  const parts = number.match(/\d+/g) ?? []
  const last = parts.at(-1)
  return parts.length < 2 || last === undefined || last.length > 7 ? undefined : Number(last)
}

/** All numbers that stand alone in the text. */
export const numbersIn = (text: string): ReadonlySet<number> =>
  new Set((text.replaceAll(/(?<=\d)[oO]|[oO](?=\d)/g, '0').match(/(?<![\d.,])\d{1,7}(?![\d.,]*\d)/g) ?? []).map(Number))

const isFigure = (one: string | undefined): boolean => one !== undefined && /\d/.test(one)

/** Which of the keys stand in the text, whatever stands between their letters. `lengths`: those that keys have. */
export function findKeys<Value>(text: string, keys: ReadonlyMap<string, Value>, lengths: readonly number[]): Value[] {
  const places: number[] = []
  let squeezed = ''
  for (const [place, one] of [...text].entries()) {
    const plain = squeeze(one)
    if (plain.length !== 1) continue
    squeezed += plain
    places.push(place)
  }
  const letters = [...text]
  const found = new Set<Value>()
  for (const length of lengths)
    for (let at = 0; at + length <= squeezed.length; at += 1) {
      const value = keys.get(squeezed.slice(at, at + length))
      if (value === undefined) continue
      // Part of a longer number is another number.
      const before = letters[(places[at] ?? 0) - 1]
      const after = letters[(places[at + length - 1] ?? 0) + 1]
      if (isFigure(squeezed[at]) && isFigure(before)) continue
      if (isFigure(squeezed[at + length - 1]) && isFigure(after)) continue
      found.add(value)
    }
  return [...found]
}
