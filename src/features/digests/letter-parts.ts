// What the digest in HTML and the one in plain text both say.
import type { TlpLabelName } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { DigestArea, DigestSection } from '#platform/digest-parts.ts'
import type { Edition, ShownThing } from './edition.ts'

export interface Frame {
  readonly t: Translate
  readonly network: string
  readonly name: string
  /** Written out: "26 November 2026". */
  readonly day: string
  /** The reader decides for a network or a forum, and not for a city. */
  readonly office: boolean
  /** About what the reader wished to be told. */
  readonly areas: readonly DigestArea[]
  readonly baseUrl: string
  /** Paths. */
  readonly settings: string
  readonly home: string
  /** The whole address; pressing it ends all digests. */
  readonly ending: string
}

/** A section as it is shown: the first things, and how many are left. */
export interface ShownSection {
  readonly name: DigestSection
  readonly things: readonly ShownThing[]
  readonly more: number
}

export interface Shown extends Pick<Edition, 'confided'> {
  readonly sections: readonly ShownSection[]
}

export const titleOf = ({ t, network, day }: Frame): string => t('digests.mail-title', { network, day })

export const headingOf = ({ t, office }: Frame, name: DigestSection): string =>
  t(name === 'decide' && office ? 'digests.section-decide-office' : `digests.section-${name}`)

export const countOf = ({ sections, confided }: Edition): number =>
  sections.reduce((sum, { things }) => sum + things.length, confided)

/** "Why it came" in one sentence. */
export const reasonOf = ({ t, areas }: Frame): string => {
  const list = new Intl.ListFormat(t.lang, { type: 'conjunction' })
  return t('digests.mail-why', { areas: list.format(areas.map((area) => t(`digests.area-${area}`))) })
}

/** "Practice · Graz · in German". */
export const originOf = ({ t }: Frame, { kind, of, language }: ShownThing): string =>
  [kind, of, language === undefined ? undefined : t('digests.in-language', { language })].filter(Boolean).join(' · ')

/** TLP:AMBER+STRICT looks as TLP:AMBER does. */
export const tlpClass = (label: TlpLabelName): string => `tlp tlp-${/^TLP:([A-Z]+)/.exec(label)?.[1]?.toLowerCase()}`
