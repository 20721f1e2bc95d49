// What the index keeps of vectors: signs that tell angles, and bytes that tell cosines.
import { expect, test } from 'vitest'
import { cosine, cosineFrom, packVector, signatureBits, signatureOf, unpackVector } from './signature.ts'

/** A vector that is the same in every run. */
const wave = (length: number, step: number): Float32Array =>
  Float32Array.from({ length }, (_, at) => Math.sin((at + 1) * step) + Math.cos((at * at + 3) * step))
const dot = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
const exact = (one: Float32Array, other: Float32Array): number =>
  dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other))
const mixed = (one: Float32Array, other: Float32Array, part: number): Float32Array =>
  one.map((value, at) => value * part + (other[at] ?? 0) * (1 - part))
const differing = (one: string, other: string): number => [...one].filter((bit, at) => bit !== other[at]).length

const [one, other] = [wave(384, 1.37), wave(384, 2.11)]
const pairs = [1, 0.9, 0.7, 0.5, 0.2, 0].map((part) => ({ part, vector: mixed(one, other, part) }))

test.each(pairs)('$part of the one: a byte for each number tells the cosine to a hundredth', ({ vector }) => {
  expect(cosine(vector, packVector(one))).toBeCloseTo(exact(vector, one), 2)
  expect(packVector(vector)).toHaveLength(384 + 4)
  expect(exact(unpackVector(packVector(vector)), vector)).toBeGreaterThan(0.999)
})

test.each(pairs)('$part of the one: signs tell the cosine nearly', ({ vector }) => {
  const places = differing(signatureOf(vector), signatureOf(one))
  expect(Math.abs(cosineFrom(places) - exact(vector, one))).toBeLessThan(0.15)
})

test('A signature is the same for a vector of any size, and never changes', () => {
  expect(signatureOf(one)).toBe(signatureOf(one.map((value) => value * 1000)))
  expect(signatureOf(one)).toHaveLength(signatureBits)
  expect(signatureOf(wave(4, 1)).slice(0, 32)).toMatchInlineSnapshot(`"10111011100010100101110001011001"`)
})

test('Vectors of different lengths are not compared', () => {
  expect(cosine(wave(384, 1), packVector(wave(256, 1)))).toBeUndefined()
})

test('The byte order and the edges hold: one large number among small ones', () => {
  const edge = Float32Array.from([-1000, 0.001, 500])
  expect([...unpackVector(packVector(edge))].map((value) => Math.round(value * 100))).toEqual([-89, 0, 45])
})
