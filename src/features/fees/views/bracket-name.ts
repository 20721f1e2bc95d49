// What a bracket is called: "100,001 to 150,000 inhabitants".
import type { Translate } from '#kernel/locale.ts'

export function bracketName(
  t: Translate,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): string {
  if (from === null) return t('fees.bracket-without-beginning')
  if (to === null) return from <= 1 ? t('fees.bracket-all') : t('fees.bracket-open', { from })
  return from <= 1 ? t('fees.bracket-up-to', { to }) : t('fees.bracket', { from, to })
}
