// Readable, stable addresses: /practices/123-short-title. The number decides, the words may change.
import { remember } from './remember.ts'

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', ø: 'o', đ: 'd', ł: 'l', œ: 'oe', þ: 'th', ð: 'd' }

/** "Städtische Präventionsräte" → "stadtische-praventionsrate"; at most 60 characters; may be empty. */
export const slugOf = remember(5000, (title) =>
  title
    .toLowerCase()
    .replace(/[ßæøđłœþð]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, ''),
)

/** 12, "Night mediators" → "12-night-mediators". */
export const addressPart = (id: number, title: string): string => {
  const slug = slugOf(title)
  return slug === '' ? String(id) : `${id}-${slug}`
}

/** "12-night-mediators" → 12; anything that is not the id of a row → undefined. */
export const idFrom = (part: string | undefined): number | undefined => {
  const digits = /^([1-9]\d{0,9})(?:-|$)/.exec(part ?? '')?.[1]
  const id = Number(digits)
  return digits !== undefined && id <= 2_147_483_647 ? id : undefined
}
