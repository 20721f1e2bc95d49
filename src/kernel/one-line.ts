// What people write where one line is meant.

/** One line, composed (NFC), without invisible marks: what is written here is shown, searched, exported and mailed. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()

/** Signs as the database counts them: an emoji is one, of two units of JavaScript. For the least number that a text needs. */
export const countSigns = (text: string): number => [...text].length
