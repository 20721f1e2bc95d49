// Pure results that are asked for again and again are worked out once.

/** `make`, its last `most` results kept; when they are full it begins anew. Only for pure functions of one text. */
export function remember<Made>(most: number, make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>()
  return (key) => {
    const found = made.get(key)
    if (found !== undefined) return found
    const fresh = make(key)
    if (made.size >= most) made.clear()
    made.set(key, fresh)
    return fresh
  }
}
