// The digest in HTML: headings, lists, the language of each title, and nothing that a mail program would have to fetch.
import { html, raw } from 'hono/html'
import type { ShownThing } from './edition.ts'
import {
  type Frame,
  headingOf,
  originOf,
  reasonOf,
  type Shown,
  type ShownSection,
  titleOf,
  tlpClass,
} from './letter-parts.ts'
import { letterStyle } from './letter-style.ts'

type Piece = ReturnType<typeof html>

/** In a preview within a page too a link opens what it leads to, not a page within the preview. */
const link = (href: string, words: string, lang?: string): Piece =>
  lang === undefined
    ? html`<a href="${href}" target="_blank" rel="noopener">${words}</a>`
    : html`<a href="${href}" target="_blank" rel="noopener" lang="${lang}">${words}</a>`

const paragraph = (words: string | undefined, name: string): Piece | string =>
  words === undefined || words === '' ? '' : html`<p class="${name}">${words}</p>`

function thingHtml(frame: Frame, thing: ShownThing): Piece {
  const { title, lang, tlp, note, text, path } = thing
  const label = tlp === undefined ? '' : html`<span class="${tlpClass(tlp)}">${tlp}</span> `
  const origin = originOf(frame, thing)
  return html`<li><h3>${link(`${frame.baseUrl}${path}`, title, lang)}</h3>
${tlp === undefined && origin === '' ? '' : html`<p class="by">${label}${origin}</p>`}${paragraph(note, 'note')}${
  text === undefined ? '' : html`<p lang="${lang ?? frame.t.lang}">${text}</p>`
}</li>
`
}

const sectionHtml = (frame: Frame, { name, things, more }: ShownSection): Piece =>
  html`<h2>${headingOf(frame, name)}</h2>
<ul>
${things.map((thing) => thingHtml(frame, thing))}</ul>
${more > 0 ? html`<p>${link(`${frame.baseUrl}${frame.home}`, frame.t('digests.more', { count: more }))}</p>` : ''}`

const confidedHtml = ({ t, baseUrl, home }: Frame, count: number): Piece =>
  html`<p class="confided">${t('digests.confided', { count })} ${link(`${baseUrl}${home}`, t('digests.look'))}</p>`

export function letterHtml(frame: Frame, { sections, confided }: Shown): string {
  const { t, baseUrl } = frame
  return String(html`<!doctype html>
<html lang="${t.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${titleOf(frame)}</title><style>${raw(letterStyle)}</style></head>
<body><main><h1>${titleOf(frame)}</h1>
<p>${t('digests.mail-hello', { name: frame.name })}</p>
${sections.map((section) => sectionHtml(frame, section))}
${confided > 0 ? confidedHtml(frame, confided) : ''}
<footer><p>${reasonOf(frame)}</p>
<p>${link(`${baseUrl}${frame.settings}`, t('digests.change'))} · ${link(frame.ending, t('digests.end'))}</p></footer>
</main></body></html>
`)
}
