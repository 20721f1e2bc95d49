// From vectors to what the index keeps of them: 512 signs, by which the nearest are found, and a byte for each number.

export const signatureBits = 512
/** Never to be changed: signatures are compared with those that were kept. */
const seed = 20_261_126

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, the same on every machine. */
function* randomNumbers(): Generator<number> {
  let state = seed
  for (;;) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const planesByLength = new Map<number, Float32Array>()

/** Planes through the origin, in any direction, as the signs of their normals. */
function planesFor(length: number): Float32Array {
  const known = planesByLength.get(length)
  if (known !== undefined) return known
  const numbers = randomNumbers()
  const planes = new Float32Array(signatureBits * length)
  for (let at = 0; at < planes.length; at += 32) {
    const bits = numbers.next().value as number
    for (let bit = 0; bit < 32; bit += 1) planes[at + bit] = (bits >>> bit) & 1 ? 1 : -1
  }
  planesByLength.set(length, planes)
  return planes
}

/** As PostgreSQL reads bits. The share in which two differ is the angle between their vectors, in half turns (Charikar 2002). */
export function signatureOf(vector: Float32Array): string {
  const planes = planesFor(vector.length)
  let signature = ''
  for (let plane = 0; plane < signatureBits; plane += 1) {
    let side = 0
    const base = plane * vector.length
    for (let at = 0; at < vector.length; at += 1) side += (planes[base + at] as number) * (vector[at] as number)
    signature += side > 0 ? '1' : '0'
  }
  return signature
}

const lengthOf = (vector: Float32Array): number => Math.hypot(...vector)

/** What one step of a packed number is worth stands before them, as a float of four bytes. */
const headBytes = 4
const steps = 127

/** One byte for each number, of the vector made one long. */
export function packVector(vector: Float32Array): Buffer {
  const length = lengthOf(vector)
  const greatest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const packed = Buffer.alloc(headBytes + vector.length)
  packed.writeFloatLE(greatest / length / steps, 0)
  for (const [at, value] of vector.entries()) packed.writeInt8(Math.round((value / greatest) * steps), headBytes + at)
  return packed
}

/** As it was packed, one long again but for rounding. */
export function unpackVector(packed: Buffer): Float32Array {
  const step = packed.readFloatLE(0)
  return Float32Array.from(new Int8Array(packed.subarray(headBytes)), (value) => value * step)
}

/** The cosine of the angle between a vector and a packed one; undefined where their lengths differ, and nothing can be said. */
export function cosine(vector: Float32Array, packed: Buffer): number | undefined {
  if (packed.length !== headBytes + vector.length) return undefined
  let sum = 0
  for (let at = 0; at < vector.length; at += 1) sum += (vector[at] as number) * packed.readInt8(headBytes + at)
  return (sum * packed.readFloatLE(0)) / lengthOf(vector)
}

/** The cosine that two vectors have whose signatures differ in so many places. */
export const cosineFrom = (places: number): number => Math.cos((Math.PI * places) / signatureBits)
