// What people write where one line is meant.

/** One line, composed (NFC), without invisible marks: what is written here is shown, searched, exported and mailed. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()
