// The house as an SVG of 900 units: roof, features and halls, trunk, platform, kernel, ground. Light and dark by the reader's choice.
const width = 900
const wall = { left: 30, right: 870 }
const inner = { left: 46, right: 854 }
const feature = { width: 266, height: 134, gap: 14 }
const hall = { left: 638, width: 216 }

/** Near the names of src/ui/styles/tokens.css, as plain colours: an SVG in a document cannot see our styles. */
const style = `
svg { --paper: #fbfaf6; --surface: #ffffff; --floor: #f3f1ea; --ink: #1d2733; --soft: #536170; --line: #d8d4c8; --wall: #8a94a0;
  --action: #006a80; --wash: #e2f0f3; --accent: #7a4b08; --accent-line: #dba24a; --accent-wash: #fdf1d9;
  font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif }
@media (prefers-color-scheme: dark) { svg { --paper: #12181d; --surface: #1c252d; --floor: #171f26; --ink: #ebe8e1; --soft: #a7b4bf;
  --line: #35414b; --wall: #6b7884; --action: #7ccbdc; --wash: #15343e; --accent: #edc27c; --accent-line: #a57a35; --accent-wash: #33291a } }
.paper { fill: var(--paper) } .floor { fill: var(--floor); stroke: var(--wall); stroke-width: 1.5 } .roof { fill: var(--wash); stroke: var(--action); stroke-width: 2; stroke-linejoin: round }
.room { fill: var(--surface); stroke: var(--line) } .hall { fill: var(--accent-wash); stroke: var(--accent-line) }
.ground { fill: var(--wash); stroke: var(--action) } .chip { fill: var(--wash) } .flow { fill: none; stroke: var(--accent-line); stroke-width: 2 } .tip { fill: var(--accent-line) }
.down { fill: none; stroke: var(--wall); stroke-width: 1.5 } .down-tip { fill: var(--wall) }
text { fill: var(--ink); font-size: 13px } .title { font-size: 17px; font-weight: 700 } .name { font-size: 16px; font-weight: 700 } .floor-name { font-size: 12px; font-weight: 700; letter-spacing: .08em; fill: var(--soft) }
.number { font-size: 17px; font-weight: 600; font-variant-numeric: tabular-nums } .soft { fill: var(--soft) } .label { font-size: 12px; fill: var(--soft) } .given { font-size: 12px; fill: var(--action) } .took { font-size: 12px; fill: var(--accent) }
.middle { text-anchor: middle } .end { text-anchor: end }`

const safe = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const text = (x, y, words, names = '') => `<text x="${x}" y="${y}"${names && ` class="${names}"`}>${safe(words)}</text>`
const box = (x, y, w, h, name, radius = 6) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" class="${name}"/>`

/** Widths of words are guessed on the large side: the reader's face is not known here. */
const widthOf = (words) => Math.round(words.length * 6.6) + 14

const numbersOf = (plan) => [
  [plan.routes, 'routes'],
  [plan.open, 'open'],
  [plan.facts, 'facts'],
  [plan.jobs, 'jobs'],
  [plan.tables.length, 'tables'],
]

const numberRow = (plan, x, y, step) =>
  numbersOf(plan)
    .map(([count, label], index) => {
      const at = x + step * index + step / 2
      return (
        text(at, y, count === 0 ? '–' : count, count === 0 ? 'number soft middle' : 'number middle') +
        text(at, y + 16, label, 'label middle')
      )
    })
    .join('')

const chips = (words, x, y) => {
  let at = x
  return words
    .map((word) => {
      const left = at
      at += widthOf(word) + 6
      return box(left, y, widthOf(word), 20, 'chip', 10) + text(left + widthOf(word) / 2, y + 14, word, 'given middle')
    })
    .join('')
}

const featureBox = (plan, x, y) =>
  [
    box(x, y, feature.width, feature.height, 'room'),
    text(x + 14, y + 27, plan.name, 'name'),
    plan.uses.length > 0 ? text(x + feature.width - 14, y + 26, `uses ${plan.uses.join(', ')}`, 'label end') : '',
    numberRow(plan, x + 6, y + 60, (feature.width - 12) / 5),
    chips(plan.gives, x + 12, y + 100),
  ].join('')

const hallBox = (plan, y, height) =>
  [
    box(hall.left, y, hall.width, height, 'hall'),
    text(hall.left + 14, y + 27, plan.name, 'name'),
    numberRow(plan, hall.left + 4, y + 60, (hall.width - 8) / 5),
    ...plan.takes.map((words, index) => text(hall.left + 14, y + 102 + 17 * index, words, 'took')),
  ].join('')

const roof = (y, files) =>
  [
    `<path class="roof" d="M${wall.left - 12} ${y + 92} L${width / 2} ${y} L${wall.right + 12} ${y + 92} Z"/>`,
    text(width / 2, y + 50, 'the roof', 'title middle'),
    text(width / 2, y + 69, files.join(' · '), 'middle'),
    text(width / 2, y + 86, 'puts the parts together; nobody imports it', 'label middle'),
  ].join('')

const floor = (y, height) => box(wall.left, y, wall.right - wall.left, height, 'floor', 0)

/** From the features' side to the halls: a bracket with one arrow. */
const handOver = (y, height) => {
  const x = inner.left + 2 * feature.width + feature.gap
  const middle = y + height / 2
  return (
    `<path class="flow" d="M${x + 10} ${y + 14} h9 V${y + height - 14} h-9 M${x + 19} ${middle} H${hall.left - 9}"/>` +
    `<path class="tip" d="M${hall.left - 2} ${middle} l-10 -6 v12 z"/>`
  )
}

const upstairs = (plans, y) => {
  const features = plans.filter(({ isHall }) => !isHall)
  const halls = plans.filter(({ isHall }) => isHall)
  const rows = Math.ceil(features.length / 2)
  const content = Math.max(rows, halls.length) * (feature.height + feature.gap) - feature.gap
  const hallHeight = (content - feature.gap * (halls.length - 1)) / Math.max(1, halls.length)
  const top = y + 40
  const parts = [
    floor(y, content + 56),
    text(inner.left, y + 25, 'FEATURES', 'floor-name'),
    text(
      inner.left + 82,
      y + 25,
      'a folder, a manifest and a line in features.ts each; in blue: what it hands over',
      'label',
    ),
    text(hall.left, y + 25, 'HALLS', 'floor-name'),
    text(hall.left + 54, y + 25, 'know no feature', 'label'),
    ...features.map((plan, index) =>
      featureBox(
        plan,
        inner.left + (index % 2) * (feature.width + feature.gap),
        top + Math.floor(index / 2) * (feature.height + feature.gap),
      ),
    ),
    handOver(top, content),
    ...halls.map((plan, index) => hallBox(plan, top + index * (hallHeight + feature.gap), hallHeight)),
  ]
  return { svg: parts.join('\n'), bottom: y + content + 56 }
}

/** Several rooms side by side on one floor, each with its words in lines. */
const storey = (rooms, y, height) => {
  const gap = 14
  const each = (inner.right - inner.left - gap * (rooms.length - 1)) / rooms.length
  const parts = rooms.map(({ name, lines }, index) => {
    const x = inner.left + index * (each + gap)
    return [
      box(x, y + 14, each, height - 28, 'room'),
      text(x + 14, y + 39, name, 'name'),
      ...lines.map((line, row) => text(x + 14, y + 60 + 18 * row, line, row === 0 ? '' : 'label')),
    ].join('')
  })
  return [floor(y, height), ...parts].join('\n')
}

const ground = (y, lines) =>
  [
    `<path class="ground" d="M0 ${y} H${width} V${y + 74} H0 Z"/>`,
    text(width / 2, y + 28, 'PostgreSQL', 'title middle'),
    ...lines.map((line, row) => text(width / 2, y + 48 + 17 * row, line, row === 0 ? 'middle' : 'label middle')),
  ].join('')

/** What goes along the walls: on the left the imports, on the right what happened. */
const wallArrow = ({ x, from, to, words, label }) => {
  const tip = to + (to > from ? -11 : 11)
  return (
    `<path class="down" d="M${x} ${from} V${tip}"/><path class="down-tip" d="M${x} ${to} L${x - 6} ${tip} H${x + 6} Z"/>` +
    `<text class="label middle" transform="translate(${label} ${(from + to) / 2}) rotate(-90)">${safe(words)}</text>`
  )
}

/** `plan`: what draw-architecture.mjs read from manifests and folders. */
export function drawHouse(plan) {
  const roofTop = 16
  const above = upstairs(plan.features, roofTop + 92)
  const middle = storey(plan.rooms, above.bottom, 122)
  const platformTop = above.bottom + 122
  const kernelTop = platformTop + 104
  const groundTop = kernelTop + 104
  const height = groundTop + 74
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about">
<title id="title">The house of Vicinia</title>
<desc id="about">${safe(plan.about)}</desc>
<style>${style}
</style>
${box(0, 0, width, height, 'paper', 0)}
${roof(roofTop, plan.roof)}
${above.svg}
${middle}
${storey([plan.platform], platformTop, 104)}
${storey([plan.kernel], kernelTop, 104)}
${ground(groundTop, plan.ground)}
${wallArrow({ x: 21, label: 13, from: roofTop + 106, to: groundTop - 5, words: 'imports go down, never up' })}
${wallArrow({ x: 880, label: 896, from: groundTop - 5, to: roofTop + 106, words: 'facts come back as jobs, after the commit' })}
</svg>
`
}
