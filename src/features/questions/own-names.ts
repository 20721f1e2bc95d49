// Whether a text says one of these names.

const marks = /[.*+?^${}()|[\]\\]/g

/**
 * As it is written: Porto is a city, and porto a harbour. Two letters more are still the name: Grazer, Krakowa. So are names
 * of several words however they are spaced. Names of one or two letters would be found everywhere.
 */
export const namedIn = (text: string, names: readonly string[]): boolean =>
  names
    .map((name) => name.normalize().trim())
    .filter((name) => name.length > 2)
    .some((name) => {
      const pattern = name.replaceAll(marks, '\\$&').replaceAll(/\s+/g, '\\s+')
      return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}\\p{L}{0,2}(?![\\p{L}\\p{N}])`, 'u').test(text.normalize())
    })
