// Sections of a size that can be looked at and that fit: too long ones are cut between paragraphs, too many are joined.
import { longestSummary, type Section } from './section.ts'

/** Below what a part of a practice holds, so that two of them are told apart rather than refused. */
const longest = 18_000
const mostSections = 80

const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/)

/** Pieces of at most `most` characters, cut between paragraphs, else between words. */
function pieces(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const found: string[] = []
  let piece = ''
  for (const paragraph of paragraphsOf(text)) {
    if (piece !== '' && piece.length + paragraph.length + 2 > most) {
      found.push(piece)
      piece = ''
    }
    piece = piece === '' ? paragraph : `${piece}\n\n${paragraph}`
    while (piece.length > most) {
      const space = piece.lastIndexOf(' ', most)
      const end = space > most / 2 ? space : most
      found.push(piece.slice(0, end).trim())
      piece = piece.slice(end).trim()
    }
  }
  return piece === '' ? found : [...found, piece]
}

/** As many whole sentences as fit into the field; the rest stays a section of its own. */
function sentences(text: string): string[] {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ')
  if (flat.length <= longestSummary) return [flat]
  const end = [...flat.slice(0, longestSummary).matchAll(/[.!?]["”»]?(?=\s)/g)].at(-1)
  if (end === undefined) return [text]
  const cut = end.index + end[0].length
  return [flat.slice(0, cut), flat.slice(cut).trim()]
}

const inPieces = (section: Section): Section[] => {
  if (section.proposed !== 'summary') return pieces(section.text, longest).map((text) => ({ ...section, text }))
  const [first = '', rest] = sentences(section.text)
  if (rest === undefined)
    return [first.length > longestSummary ? { ...section, proposed: undefined } : { ...section, text: first }]
  return [{ ...section, text: first }, ...inPieces({ ...section, text: rest, proposed: undefined })]
}

/** Without any heading each paragraph may go elsewhere. */
const byParagraph = (sections: readonly Section[]): Section[] =>
  sections.length === 1 && sections[0]?.heading === ''
    ? paragraphsOf(sections[0].text).map((text) => ({ heading: '', text, proposed: undefined }))
    : [...sections]

const titled = ({ heading, text }: Section): string => (heading === '' ? text : `**${heading}**\n\n${text}`)

/** Neighbours for the same place become one until few enough are left to be looked at. */
function joinNeighbours(sections: readonly Section[]): Section[] {
  const room = Math.ceil(sections.length / mostSections)
  if (room === 1) return [...sections]
  const joined: Section[] = []
  let held = 0
  for (const section of sections) {
    const last = joined.at(-1)
    const fits = last !== undefined && last.text.length + section.text.length < longest
    if (fits && held < room * 2 && last.proposed === section.proposed && last.proposed !== 'summary') {
      joined[joined.length - 1] = { ...last, text: `${last.text}\n\n${titled(section)}` }
      held += 1
    } else {
      joined.push(section)
      held = 1
    }
  }
  return joined
}

export const splitSections = (sections: readonly Section[]): Section[] =>
  joinNeighbours(byParagraph(sections).flatMap(inPieces))
