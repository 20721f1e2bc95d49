// Names as banks write them: capitals, no umlauts, "STADT …", "COMUNE DI …", cut off at 27, 35 or 70 letters.

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', œ: 'o', æ: 'a', ł: 'l', đ: 'd', ı: 'i', þ: 'th' }

/** Plain letters; "ae", "oe" and "ue" count as the letter with and without its dots, on both sides alike. */
const foldName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[ßøœæłđıþ]/g, (one) => letters[one] ?? one)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[aou]e/g, (two) => two.slice(0, 1))

const words = (text: string): string[] => foldName(text).match(/[a-z0-9]+/g) ?? []

/** What says of whom it speaks no more than that it is a town and its cash office. */
const empty = new Set(
  [
    ...[
      'stadt',
      'landeshauptstadt',
      'hauptstadt',
      'gemeinde',
      'stadtgemeinde',
      'marktgemeinde',
      'magistrat',
      'hansestadt',
    ],
    ...[
      'stadtkasse',
      'gemeindekasse',
      'stadtverwaltung',
      'freie',
      'und',
      'der',
      'die',
      'das',
      'amt',
      'kasse',
      'kammerei',
    ],
    ...['ville', 'commune', 'mairie', 'de', 'du', 'des', 'la', 'le', 'les', 'd', 'l', 'et', 'tresorerie', 'municipale'],
    ...[
      'comune',
      'di',
      'citta',
      'del',
      'della',
      'il',
      'e',
      'tesoreria',
      'comunale',
      'ayuntamiento',
      'ajuntament',
      'el',
    ],
    ...[
      'los',
      'las',
      'y',
      'i',
      'camara',
      'municipio',
      'municipal',
      'municipalidad',
      'do',
      'da',
      'dos',
      'das',
      'o',
      'a',
    ],
    ...[
      'city',
      'town',
      'council',
      'of',
      'the',
      'municipality',
      'gemeente',
      'stad',
      'van',
      'het',
      'den',
      'miasto',
      'gmina',
    ],
    ...[
      'urzad',
      'miasta',
      'miejski',
      'm',
      'st',
      'c',
      'cassa',
      'cas',
      'kommune',
      'by',
      'konzernstadt',
      'finanzverwaltung',
    ],
  ].flatMap(words),
)
const core = (text: string): string[] => {
  const all = words(text)
  const own = all.filter((word) => !empty.has(word))
  return own.length > 0 ? own : all
}

/** What sets another body of the same name apart: a county is not its town. */
const bodies = new Set(
  ['kreis', 'landkreis', 'region', 'provincia', 'provincie', 'province', 'departement', 'metropole', 'diputacion']
    .concat(['wojewodztwo', 'powiat', 'land', 'kanton', 'distrito', 'citta', 'universitat', 'universite', 'verein'])
    .flatMap(words),
)

/** Lengths at which formats cut a name off; one less where the last letter was a space. */
const cuts = new Set([26, 27, 34, 35, 69, 70])

interface Line {
  readonly member: number
  readonly words: readonly string[]
  /** The place of the word under which it is entered. */
  readonly at: number
}
export interface NameIndex {
  /** Each name under its rarest word: "am" would lead to half of them. */
  readonly byWord: ReadonlyMap<string, readonly Line[]>
  /** And under its first, for names that were cut off before the rarest came. */
  readonly byFirst: ReadonlyMap<string, readonly Line[]>
  readonly sorted: readonly string[]
}

const add = (lines: Map<string, Line[]>, word: string, line: Line): void => {
  const known = lines.get(word)
  if (known === undefined) lines.set(word, [line])
  else known.push(line)
}

/** Every name under which a member may pay. */
export function indexNames(names: Iterable<readonly [member: number, names: readonly string[]]>): NameIndex {
  const all = [...names].flatMap(([member, own]) => {
    const different = new Map(own.map(core).map((one) => [one.join(' '), one]))
    return [...different.values()].filter((one) => one.length > 0).map((one) => ({ member, words: one }))
  })
  const counts = new Map<string, number>()
  for (const word of all.flatMap((one) => one.words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const byWord = new Map<string, Line[]>()
  const byFirst = new Map<string, Line[]>()
  for (const { member, words: own } of all) {
    const uses = own.map((word) => counts.get(word) ?? 0)
    const at = uses.indexOf(Math.min(...uses))
    add(byWord, own[at] ?? '', { member, words: own, at })
    if (at > 0) add(byFirst, own[0] ?? '', { member, words: own, at: 0 })
  }
  return { byWord, byFirst, sorted: [...byWord.keys()].sort() }
}

export interface NamedMember {
  readonly member: number
  /** Nothing else stands in the name. */
  readonly whole: boolean
  /** How many words agree: of "Frankfurt" and "Frankfurt am Main" the second says more. */
  readonly words: number
}

/** The last word of a name that was cut off may be a beginning, of three letters at least. */
const agrees = (own: string, given: string | undefined, cutOff: boolean): boolean =>
  given === own || (cutOff && given !== undefined && given.length >= 3 && own.startsWith(given))

function compare(own: readonly string[], given: readonly string[], at: number, cut: boolean): NamedMember | undefined {
  const shared = Math.min(own.length, given.length - at)
  for (let index = 0; index < shared; index += 1)
    if (!agrees(own[index] ?? '', given[at + index], cut && at + index === given.length - 1)) return undefined
  if (shared < own.length && !(cut && at + shared === given.length)) return undefined
  const others = given.filter((word, index) => (index < at || index >= at + shared) && bodies.has(word))
  if (others.some((word) => !own.includes(word))) return undefined
  return { member: 0, whole: at === 0 && shared === given.length, words: shared }
}

const startingWith = ({ sorted }: NameIndex, beginning: string): readonly string[] => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < beginning) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; sorted[at]?.startsWith(beginning) && found.length < 50; at += 1) found.push(sorted[at] ?? '')
  return found
}

/** A first word that so many share says too little of a name that was cut off. */
const mostShared = 200

function membersIn(part: string, index: NameIndex): NamedMember[] {
  const cut = cuts.has(part.trim().length)
  const given = core(part)
  const found: NamedMember[] = []
  const look = (line: Line, at: number): void => {
    const named = at - line.at < 0 ? undefined : compare(line.words, given, at - line.at, cut)
    if (named !== undefined) found.push({ ...named, member: line.member })
  }
  for (const [at, word] of given.entries()) {
    const last = cut && at === given.length - 1 && word.length >= 3
    for (const known of last ? startingWith(index, word) : [word])
      for (const line of index.byWord.get(known) ?? []) look(line, at)
    const shared = cut ? (index.byFirst.get(word) ?? []) : []
    if (shared.length <= mostShared) for (const line of shared) look(line, at)
  }
  return found
}

/** The members that the name may mean, those that agree in most words only, each once. */
export function membersNamed(name: string, index: NameIndex): readonly NamedMember[] {
  const all = [name, ...name.split(' / ')].flatMap((part) => membersIn(part, index))
  const most = Math.max(0, ...all.map((one) => one.words))
  const best = all.filter((one) => one.words === most).sort((one, other) => Number(other.whole) - Number(one.whole))
  return [...new Map(best.reverse().map((one) => [one.member, one])).values()].reverse()
}
