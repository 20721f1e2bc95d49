// Pure results that are asked for again and again are worked out once.

/** A part of a text, without the text: the engine keeps a whole text for as long as a part that was cut out of it. */
const apart = (part: string): string => ` ${part}`.slice(1)

/** `make`, its last `most` results kept; when they are full it begins anew. Only for pure functions of one text. */
export function remember<Made>(most: number, make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>()
  return (key) => {
    const found = made.get(key)
    if (found !== undefined) return found
    const own = apart(key)
    const fresh = make(own)
    if (made.size >= most) made.clear()
    made.set(own, fresh)
    return fresh
  }
}
