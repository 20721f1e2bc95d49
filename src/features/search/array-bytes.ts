// Lists of numbers in PostgreSQL's binary form of an array: hundreds of thousands of them are neither written nor read as text.

const headBytes = 20
const oids = { bigint: 20, int: 23 } as const
const sizes = { bigint: 8, int: 4 } as const

/** Whole numbers; of `bigint` none below 0 and none above 2^53. */
export function arrayBytes(type: 'bigint' | 'int', numbers: ArrayLike<number>): Uint8Array {
  const size = sizes[type]
  const bytes = new Uint8Array(headBytes + numbers.length * (4 + size))
  const view = new DataView(bytes.buffer)
  // One dimension, nothing empty, elements of this type, so many, counted from 1.
  for (const [at, value] of [1, 0, oids[type], numbers.length, 1].entries()) view.setInt32(4 * at, value)
  for (let index = 0, at = headBytes; index < numbers.length; index += 1, at += 4 + size) {
    const number = numbers[index] as number
    view.setInt32(at, size)
    if (size === 8) view.setUint32(at + 4, Math.floor(number / 0x1_0000_0000))
    view.setUint32(at + size, number % 0x1_0000_0000)
  }
  return bytes
}
