// The numbers by which an invoice names who sent it and who shall get it, and their check digits.
import { addressSchemes, isRegisterScheme } from './code-lists.ts'

const letterValue = (character: string): string => String(Number.parseInt(character, 36))

/** ISO 7064 mod 97-10 over letters and digits, A = 10 … Z = 35: 1 where the check digits are right. */
export const modulo97 = (text: string): number =>
  [...[...text].map(letterValue).join('')].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/**
 * Whether it is a Leitweg-ID, the address of a German public body for invoices: 2 to 12 digits, up to 30 letters and digits
 * where the body wants them, two check digits.
 */
export function isLeitwegId(text: string): boolean {
  if (!/^\d{2,12}(?:-[0-9A-Z]{1,30})?-\d{2}$/.test(text)) return false
  return modulo97(text.replaceAll('-', '')) === 1
}

/** Luhn: every second digit from the right counts twice. */
const passesLuhn = (digits: string): boolean =>
  [...digits]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) %
    10 ===
  0

const sumOfDigits = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

/** SIRET, the 14 digits of a French establishment. Those of La Poste break Luhn: their digits add up to a multiple of five. */
export const isSiret = (text: string): boolean =>
  /^\d{14}$/.test(text) && (passesLuhn(text) || (text.startsWith('356000000') && sumOfDigits(text) % 5 === 0))

/** Global location number: weights 3 and 1 from the right. */
const isGln = (text: string): boolean =>
  /^\d{13}$/.test(text) &&
  [...text].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0

/** Belgian enterprise number: the last two digits are 97 minus the rest. */
const isBelgianNumber = (text: string): boolean =>
  /^[01]\d{9}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8))

/** ISO 13616: four characters to the end, letters as numbers, remainder 1. */
export const isIban = (text: string): boolean =>
  /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(text) && modulo97(`${text.slice(4)}${text.slice(0, 4)}`) === 1

const shape = (pattern: RegExp) => (text: string) => pattern.test(text)

/** Schemes whose numbers we can judge: ISO 6523 for legal numbers, EAS for electronic addresses. */
const judges: Readonly<Record<string, (id: string) => boolean>> = {
  EM: shape(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  '0002': (id) => /^\d{9}$/.test(id) && passesLuhn(id),
  '0009': isSiret,
  '0088': isGln,
  '0106': shape(/^\d{8}$/),
  '0190': shape(/^\d{20}$/),
  '0201': shape(/^[0-9A-Z]{6}$/),
  '0204': isLeitwegId,
  '0208': isBelgianNumber,
  '0211': shape(/^IT\d{11}$/),
  '9920': shape(/^ES[0-9A-Z]{9}$/),
  '9930': shape(/^DE\d{9}$/),
  '9945': shape(/^PL\d{10}$/),
  '9946': shape(/^PT\d{9}$/),
  '9957': shape(/^FR[0-9A-Z]{2}\d{9}$/),
}

interface Numbered {
  readonly scheme: string
  readonly id: string
}

/** Whether a number can be one of its scheme: of a scheme whose numbers we cannot judge, any; '' is a local register's. */
export const isIdentifier = ({ scheme, id }: Numbered): boolean =>
  id.trim() !== '' &&
  (scheme === '' || addressSchemes.has(scheme) || isRegisterScheme(scheme)) &&
  (judges[scheme]?.(id) ?? true)

/** An electronic address (BT-34, BT-49): where an invoice is delivered. */
export const isEndpoint = (one: Numbered): boolean => addressSchemes.has(one.scheme) && isIdentifier(one)

/** A number of a register (BT-30, BT-47): of an international scheme, or of a local one without a code. */
export const isLegalId = (one: Numbered): boolean =>
  (one.scheme === '' || isRegisterScheme(one.scheme)) && isIdentifier(one)
