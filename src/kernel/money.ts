// Money: whole cents of one currency, never a fraction of one; and what it looks like to read.
import { regionalTag } from './locale.ts'
import { remember } from './remember.ts'

/** An amount in euro cents; negative on a credit note. */
export type Cents = number

const amounts = remember(50, (lang) => new Intl.NumberFormat(regionalTag(lang), { style: 'currency', currency: 'EUR' }))

/** 455300 → "4.553,00 €" in German. */
export const formatMoney = (lang: string, cents: Cents): string => amounts(lang).format(cents / 100)

/** For machines and tables: 455300 → "4553.00". */
export const decimalOf = (cents: Cents): string => {
  const whole = Math.trunc(Math.abs(cents) / 100)
  return `${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

/** With the point for thousands and the comma for cents, and the other way round. */
const readings = [
  /^(?<sign>-?)(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<decimals>\d{1,2}))?$/,
  /^(?<sign>-?)(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d{1,2}))?$/,
]

/**
 * The cents that somebody typed: "4.553,00", "4 553", "4,553.00", "4'553.5". Undefined where it is no amount with at most two
 * decimals. A single mark with exactly three digits behind it separates thousands.
 */
export function parseMoney(text: string): Cents | undefined {
  const plain = text
    .trim()
    .replace(/^€|€$/g, '')
    .replace(/[\s\u00a0\u202f'’]/g, '')
  const { sign, whole, decimals = '' } = readings.map((one) => one.exec(plain)?.groups).find(Boolean) ?? {}
  if (whole === undefined) return undefined
  const cents = Number(whole.replace(/[.,]/g, '')) * 100 + Number(decimals.padEnd(2, '0'))
  if (!Number.isSafeInteger(cents)) return undefined
  return sign === '-' ? 0 - cents : cents
}

/** A part in hundredths of a percent (5000: half), rounded half up to the cent; what is left is the rest, so both add up to the whole. */
export const partOf = (cents: Cents, hundredthsOfPercent: number): Cents => {
  // Amounts may be as large as a safe integer; their product with the rate may not be one.
  const scaled = BigInt(Math.abs(cents)) * BigInt(hundredthsOfPercent)
  const rounded = Number((scaled + 5000n) / 10_000n)
  return cents < 0 ? 0 - rounded : rounded
}
