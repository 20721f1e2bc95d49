// Named entries of a zip, within limits: what claims to be larger is never unpacked (zip bombs).
import { strFromU8, unzipSync } from 'fflate'

const mostEntries = 3000
/** Bytes, unpacked, of one entry and of all that are asked for. */
const largestEntry = 24 * 1_048_576
const largestAll = 32 * 1_048_576

export class TooMuch extends Error {}

/** Each entry's bytes by its name; an entry that is not there is left out. Throws for a broken zip and for too much of it. */
export function readEntries(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const seen = { entries: 0, size: 0 }
  const entries = unzipSync(bytes, {
    // Sizes are those of the directory: fflate writes no further than it was told, whatever the packed bytes hold.
    filter: ({ name, originalSize }) => {
      seen.entries += 1
      if (seen.entries > mostEntries) throw new TooMuch('Too many entries')
      if (!wanted(name)) return false
      seen.size += originalSize
      if (originalSize > largestEntry || seen.size > largestAll) throw new TooMuch(`${name} is too large`)
      return true
    },
  })
  return new Map(Object.entries(entries))
}

/** XML as text. A document type could define entities that grow without end; no office program writes one (ECMA-376, 2: 9.1.3). */
export function xmlIn(entries: ReadonlyMap<string, Uint8Array>, name: string): string | undefined {
  const bytes = entries.get(name)
  if (bytes === undefined) return undefined
  const text = strFromU8(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Error(`${name} brings a document type`)
  return text
}
