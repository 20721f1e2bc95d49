// Of what is asked as a member city, colleagues of that city are never asked. That they were not must tell nobody anything.
import { keyedDigest } from '#platform/identity/sealed-secret.ts'

/** One city in three. */
const oneIn = 3

/**
 * Left out by lot, with a secret that only the installation has: whoever lays side by side who was asked cannot tell the city
 * that asked from those that the lot left out. The same for the same question, so that a second round draws no other cities.
 */
export const leftOutByLot = (questionId: number, organisationId: number, secret: string): boolean =>
  Number.parseInt(keyedDigest(`${questionId} ${organisationId}`, secret, 'who is asked').slice(0, 8), 16) % oneIn === 0
