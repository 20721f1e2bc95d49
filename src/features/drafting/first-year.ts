// Since when it runs, where the text says so plainly.

const since =
  /(?<!\p{L})(?:seit|ab|since|from|depuis|desde|dal|sinds|vanaf|od)\s+(?:(?:dem|the|l['’]an|el|o|do|jahr|year|année|año|ano|anno|jaar|roku|\p{Lu}?\p{Ll}{3,9})\s+){0,2}((?:19[6-9]|20[0-4])\d)(?!\d)/giu

/** The first year that is named so and is not ahead; undefined where none is. */
export function firstYear(text: string, now: Date): number | undefined {
  const years = [...text.slice(0, 20_000).matchAll(since)].map((found) => Number(found[1]))
  return years.find((year) => year <= now.getUTCFullYear())
}
