// The digest in plain text: what others wrote stands in one line each and cannot look like a sentence of ours.
import type { ShownThing } from './edition.ts'
import { type Frame, headingOf, originOf, reasonOf, type Shown, type ShownSection, titleOf } from './letter-parts.ts'

const thingText = (frame: Frame, thing: ShownThing): string =>
  [
    `* ${thing.title}`,
    [thing.tlp, originOf(frame, thing)].filter(Boolean).join(' · '),
    thing.note,
    thing.text,
    `${frame.baseUrl}${thing.path}`,
  ]
    .filter(Boolean)
    .join('\n  ')

const underlined = (title: string): string => `${title}\n${'-'.repeat([...title].length)}`

const sectionText = (frame: Frame, { name, things, more }: ShownSection): string =>
  [
    underlined(headingOf(frame, name)),
    ...things.map((thing) => thingText(frame, thing)),
    ...(more > 0 ? [`${frame.t('digests.more', { count: more })}\n${frame.baseUrl}${frame.home}`] : []),
  ].join('\n\n')

/** Below the text: why it came, where that is changed, and how it ends. */
export const whyOf = (frame: Frame): string => {
  const { t, baseUrl } = frame
  return [
    reasonOf(frame),
    `${t('digests.change')}:\n${baseUrl}${frame.settings}`,
    `${t('digests.end')}:\n${frame.ending}`,
  ].join('\n\n')
}

export function letterText(frame: Frame, { sections, confided }: Shown): string {
  const { t, baseUrl } = frame
  return [
    titleOf(frame),
    t('digests.mail-hello', { name: frame.name }),
    ...sections.map((section) => sectionText(frame, section)),
    ...(confided > 0 ? [`${t('digests.confided', { count: confided })}\n${baseUrl}${frame.home}`] : []),
  ].join('\n\n')
}
