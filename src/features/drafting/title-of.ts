// What a practice from a file is called until its author says better.

const longest = 200
/** What programs write by themselves says nothing of the text. */
const meaningless =
  /^(?:microsoft word\b.*|untitled.*|unbenannt.*|dokument\d*|document\d*|.*\.(?:docx?|odt|pdf|indd|rtf)|scan\w*|powerpoint.*)$/i

const fromFileName = (name: string): string =>
  name
    .replace(/\.\w{1,5}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()

const whole = (text: string | undefined): string | undefined => {
  const clean =
    text
      ?.toWellFormed()
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim() ?? ''
  return clean.length < 3 ? undefined : clean.slice(0, longest).trim()
}

export interface Namings {
  readonly heading?: string | undefined
  /** As the document's own properties name it. */
  readonly property?: string | undefined
  readonly fileName?: string | undefined
}

/** The first that says something: its own heading, its properties, the file's name; undefined where none does. */
export function titleOf({ heading, property, fileName }: Namings): string | undefined {
  const told = property === undefined || meaningless.test(property.trim()) ? undefined : property
  return whole(heading) ?? whole(told) ?? whole(fileName === undefined ? undefined : fromFileName(fileName))
}
