// A term as a number: hashed, so that the index needs no dictionary that would tell words from things one may not see.
import { hash } from 'node:crypto'
import { remember } from '#kernel/remember.ts'

/** 48 bits of SHA-1: exact in a JavaScript number; two of a million terms meet with a probability of 0.2 %. */
export const termId = remember(20_000, (term) => hash('sha1', term, 'buffer').readUIntBE(0, 6))

/** Under this number the statistics count all documents. */
export const everyDocument = 0
