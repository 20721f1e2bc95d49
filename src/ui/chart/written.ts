// A value of a chart in words: number and unit, or a dash where nothing is known.
import { formatNumber } from '#kernel/locale.ts'

export const written = (lang: string, value: number | null | undefined, unit: string | undefined): string =>
  value === null || value === undefined ? '–' : [formatNumber(lang, value), unit].filter(Boolean).join('\u00a0')
