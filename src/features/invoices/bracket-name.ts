// What a bracket of the fee scale is called: on pages, and on the invoice itself.
import { formatNumber, type Translate } from '#kernel/locale.ts'

/** Inhabitants, both ends belong to it; null is an open end. */
export function bracketName(t: Translate, from: number, to: number | null): string {
  const values = { from: formatNumber(t.lang, from), to: formatNumber(t.lang, to ?? 0) }
  if (to === null) return t(from <= 1 ? 'invoices.class-any' : 'invoices.class-from', values)
  return t(from <= 1 ? 'invoices.class-up-to' : 'invoices.class-between', values)
}
