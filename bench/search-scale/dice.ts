// Chance that falls the same on every machine, and words as often as in real texts: the second half as often as the first.

export interface Dice {
  /** From 0 to below 1. */
  readonly roll: () => number
  readonly below: (end: number) => number
  readonly between: (least: number, most: number) => number
}

/** Mulberry32, public domain. */
export function diceOf(seed: number): Dice {
  let state = seed | 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(roll() * end)
  return { roll, below, between: (least, most) => least + below(most - least + 1) }
}

/** Draws places of a list by Zipf's law: the place n with a chance that falls as 1/n. */
export function zipfOf(size: number): (dice: Dice) => number {
  const reached = new Float64Array(size)
  let sum = 0
  for (let place = 0; place < size; place += 1) {
    sum += 1 / (place + 1)
    reached[place] = sum
  }
  return ({ roll }) => {
    const wanted = roll() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((reached[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The same list in an order that only the dice know. */
export function shuffled<Value>(list: readonly Value[], dice: Dice): Value[] {
  const keyed = list.map((value) => ({ value, key: dice.roll() }))
  return keyed.sort((one, other) => one.key - other.key).map(({ value }) => value)
}
