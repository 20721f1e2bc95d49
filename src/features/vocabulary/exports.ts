// The whole thesaurus for programs, made once for each state of the vocabulary and handed out from memory.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { languages } from '#kernel/locale.ts'
import { translator } from '#platform/i18n.ts'
import { sha256 } from '#platform/identity/token.ts'
import type { ConceptGraph } from '#thesaurus/concept-graph.ts'
import { conceptFolder, vocabulary } from '#thesaurus/vocabulary.ts'
import { jsonLdOf } from './json-ld.ts'
import { thesaurusPath } from './paths.ts'
import { lastAdded } from './recall-additions.ts'
import { skosOf } from './skos.ts'
import { turtleOf } from './turtle.ts'

export type Notation = 'turtle' | 'json-ld'

export interface Export {
  readonly plain: ArrayBuffer
  /** Packed (RFC 1952): a tenth of the size, and packed once instead of for every answer. */
  readonly packed: ArrayBuffer
  readonly etag: string
}

/** The files are under it like the code. */
const licence = 'https://spdx.org/licenses/EUPL-1.2'

/** Asked of the files: a folder keeps its own time while what lies in it is edited. */
export const lastEdited = (folder: string): number =>
  Math.max(...readdirSync(folder).map((file) => statSync(join(folder, file)).mtimeMs))

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

function make(graph: ConceptGraph, notation: Notation, networkName: string, baseUrl: string): Export {
  const modified = new Date(Math.max(lastEdited(conceptFolder), lastAdded()?.getTime() ?? 0))
  const scheme = skosOf(graph, {
    uri: new URL(thesaurusPath, baseUrl).href,
    titles: languages.map(
      (lang) => [lang, translator(lang)('vocabulary.export-title', { network: networkName })] as const,
    ),
    licence,
    modified: modified.toISOString().slice(0, 10),
  })
  const text = notation === 'turtle' ? turtleOf(scheme) : jsonLdOf(scheme)
  const bytes = Buffer.from(text, 'utf8')
  return { plain: bufferOf(bytes), packed: bufferOf(gzipSync(bytes)), etag: `"${sha256(text).slice(0, 32)}"` }
}

const made = new WeakMap<ConceptGraph, Map<string, Export>>()

export function exportOf(notation: Notation, networkName: string, baseUrl: string): Export {
  const graph = vocabulary()
  const known = made.get(graph) ?? new Map<string, Export>()
  made.set(graph, known)
  const key = `${notation} ${baseUrl} ${networkName}`
  const fresh = known.get(key) ?? make(graph, notation, networkName, baseUrl)
  known.set(key, fresh)
  return fresh
}
