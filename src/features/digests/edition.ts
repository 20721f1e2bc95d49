// What one digest says, as its reader sees things now: each thing once, what is confided only counted, bodies where they may be told.
import { type AudienceKind, type TlpLabelName, tlpLabel } from '#kernel/audience.ts'
import { languageName, type Translate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import {
  type DigestSection,
  type DigestThing,
  digestSections,
  type ToldContribution,
  type ToldOther,
} from '#platform/digest-parts.ts'
import type { ContributionKind } from '#platform/feature.ts'

/** A contribution within the reader's reach, published, shown and not muted, at this moment. */
export interface Told {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly audienceKind: AudienceKind
  /** The city. */
  readonly of: string
  /** No mail names it: TLP:RED, in a room under the Chatham House Rule, or said to one person alone. */
  readonly namedNowhere: boolean
}

export interface ShownThing {
  readonly title: string
  /** Of the title and the text, where it is not the reader's; undefined for our own words. */
  readonly lang?: string
  /** "in German". */
  readonly language?: string
  readonly kind?: string
  readonly of?: string
  readonly tlp?: TlpLabelName
  readonly note?: string
  readonly text?: string
  readonly path: string
}

export interface Edition {
  /** Those that are not empty, in the order of the digest. */
  readonly sections: readonly { readonly name: DigestSection; readonly things: readonly ShownThing[] }[]
  /** How much is named in no mail: it is only counted. */
  readonly confided: number
  /** What it tells, and in which state: what stood in an earlier one already is no news. */
  readonly keys: readonly string[]
  /** All contributions in it, named or counted. */
  readonly contributions: readonly number[]
}

export interface Rules {
  readonly t: Translate
  readonly kinds: ReadonlyMap<string, ContributionKind>
  /** The office lets first sentences of TLP:AMBER things go into mails. */
  readonly amberBodies: boolean
}

const mostSigns = { title: 160, of: 100, note: 240, text: 280 }

const cut = (text: string, most: number): string => {
  const signs = [...oneLine(text)]
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`
}

/** The first sentences that fit; where not even one does, the beginning up to a word. */
function firstSentences(text: string): string {
  const line = oneLine(text)
  const signs = [...line]
  if (signs.length <= mostSigns.text) return line
  const begin = signs.slice(0, mostSigns.text).join('')
  const sentence = /^.*[.!?…](?=\s)/su.exec(begin)?.[0]
  if (sentence !== undefined && sentence.length > 60) return sentence
  return `${begin.replace(/\s+\S*$/u, '')} …`
}

const isOpen = (kind: AudienceKind): boolean => kind === 'public' || kind === 'network'

const bodyOf = ({ summary, audienceKind }: Told, { amberBodies }: Rules): string | undefined =>
  summary === '' || !(isOpen(audienceKind) || amberBodies) ? undefined : firstSentences(summary)

/** Only what is there: `exactOptionalPropertyTypes` knows no undefined. */
const some = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined || value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }

function shownContribution(thing: ToldContribution, told: Told, rules: Rules): ShownThing {
  const { t, kinds } = rules
  const kind = kinds.get(told.kind)
  const foreign = told.lang === t.lang ? {} : { lang: told.lang, language: languageName(t.lang, told.lang) }
  return {
    title: cut(told.title, mostSigns.title),
    ...foreign,
    ...some('kind', kind && t(kind.label)),
    ...some('of', cut(told.of, mostSigns.of)),
    tlp: tlpLabel(told.audienceKind),
    ...some('note', thing.note && cut(thing.note, mostSigns.note)),
    ...some('text', bodyOf(told, rules)),
    // Without its title: an address is read by more eyes than a page.
    path: kind?.path(told.id, '') ?? '/',
  }
}

const shownOther = ({ title, of, note, href, audienceKind }: ToldOther): ShownThing => ({
  title: cut(title, mostSigns.title),
  ...some('of', of && cut(of, mostSigns.of)),
  ...some('note', note && cut(note, mostSigns.note)),
  ...(audienceKind === undefined ? {} : { tlp: tlpLabel(audienceKind) }),
  path: href,
})

/** What one was asked, and what is to be decided or ends, is not told a second time as something new. */
const precedence: readonly DigestSection[] = ['asked', 'decide', 'ends', 'news']

/** `counts`: from an area of which this digest tells; the rest stands there for completeness, and alone makes no digest. */
export type Given = DigestThing & { readonly counts: boolean }

const placeOf = (thing: DigestThing): string => ('key' in thing ? thing.key : `c ${thing.contributionId}`)
/** A count stands behind its name, where the next digest finds it. */
function keyOf(thing: DigestThing): string {
  const count = 'key' in thing ? thing.count && `#${thing.count}` : thing.newest
  return count === undefined ? placeOf(thing) : `${placeOf(thing)} ${count}`
}

function eachOnce(things: readonly Given[]): Given[] {
  const sorted = precedence.flatMap((section) => things.filter((thing) => thing.section === section))
  return [...new Map(sorted.toReversed().map((thing) => [placeOf(thing), thing])).values()].toReversed()
}

/** `told`: those of the contributions that may be told now; the others are left out without a trace. */
export function editionOf(given: readonly Given[], told: ReadonlyMap<number, Told>, rules: Rules): Edition {
  const things = eachOnce(given).filter((thing) => 'key' in thing || told.has(thing.contributionId))
  const isOpenlyNamed = (thing: Given): boolean =>
    'key' in thing ? thing.namedNowhere !== true : told.get(thing.contributionId)?.namedNowhere === false
  const open = things.filter(isOpenlyNamed)
  const shown = (thing: Given): ShownThing[] => {
    if ('key' in thing) return [shownOther(thing)]
    const found = told.get(thing.contributionId)
    return found === undefined ? [] : [shownContribution(thing, found, rules)]
  }
  return {
    sections: digestSections
      .map((name) => ({ name, things: open.filter(({ section }) => section === name).flatMap(shown) }))
      .filter((section) => section.things.length > 0),
    confided: things.length - open.length,
    keys: things.filter(({ counts }) => counts).map(keyOf),
    contributions: things.flatMap((thing) => ('key' in thing ? [] : [thing.contributionId])),
  }
}

export const isEmpty = ({ sections, confided }: Edition): boolean => sections.length === 0 && confided === 0

/** The name of a key, and so many of them. */
export function countIn(key: string): readonly [name: string, count: number] {
  const [, name = key, count = '0'] = /^(.+) #(\d+)$/.exec(key) ?? []
  return [name, Number(count)]
}

/** What earlier ones said, by the names of its keys, each with how many it was last. */
export type Said = ReadonlyMap<string, number>

/** Whether it says anything that an earlier one did not say in the same way, or more than that. */
export const saysNews = ({ keys }: Edition, said: Said): boolean =>
  keys.map(countIn).some(([name, count]) => count > (said.get(name) ?? -1))
