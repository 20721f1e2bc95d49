// The months in the reader's language, as a list to choose from and beside a year.
import { regionalTag } from '#kernel/locale.ts'

const format = (lang: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(regionalTag(lang), { ...options, timeZone: 'UTC' })

/** January first. */
export const monthNames = (lang: string): string[] =>
  Array.from({ length: 12 }, (_, month) => format(lang, { month: 'long' }).format(new Date(Date.UTC(2026, month))))

/** "März 2024"; `month` from 1. */
export const monthOfYear = (lang: string, year: number, month: number): string =>
  format(lang, { month: 'long', year: 'numeric' }).format(new Date(Date.UTC(year, month - 1)))
