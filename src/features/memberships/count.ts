// Whole numbers as people and statistical offices write them, in any of our languages.

/** "97 684", "97.684", "97,684", "97’684" → 97684. Anything else, also a number with decimals, is none. */
export function parseCount(text: string): number | undefined {
  const plain = text.trim().replaceAll(/[\s\u00a0\u202f]/g, ' ')
  if (!/^(?:\d{1,9}|\d{1,3}(?:[ .,'’]\d{3}){1,2})$/.test(plain)) return undefined
  return Number(plain.replaceAll(/\D/g, ''))
}

/** A civil day that exists, between 1800 and 2199: "2024-12-31". */
export function isDay(text: string): boolean {
  if (!/^(?:1[89]|2[01])\d\d-\d\d-\d\d$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
