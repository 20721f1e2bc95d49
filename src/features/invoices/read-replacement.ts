// The invoice that would stand in the place of one that was taken back: computed as the run does, for this member alone.
import type { Db } from '#platform/db/database.ts'
import type { Billing, Issuer } from './issuer.ts'
import { type PreviewLine, previewOf } from './preview.ts'
import { readMaterial } from './read-material.ts'
import type { InvoiceInFull } from './store.ts'

/** `missing`: an address, a figure or a bracket; `not-charged`: no member of that year any more, or a fee of nothing. */
export type ReplacementRefusal = 'no-issuer' | 'no-scale' | 'is-invoice' | 'replaced' | 'not-charged' | 'missing'

export interface Replacement {
  readonly seller: Issuer
  readonly line: PreviewLine
  readonly billing: Billing
}

export async function readReplacement(
  db: Db,
  issuer: number | null,
  note: InvoiceInFull,
): Promise<ReplacementRefusal | Replacement> {
  if (note.kind === 'invoice') return 'is-invoice'
  if (note.replacement !== null) return 'replaced'
  const read = await readMaterial(db, issuer, note.year)
  if (typeof read === 'string') return read
  // As if this member had not been charged yet.
  const { seller, material } = read
  const members = material.members.filter(({ organisationId }) => organisationId === note.organisationId)
  const [line] = previewOf({ ...material, members, thisYear: [], lastYear: [] })
  const billing = material.billings.get(note.organisationId)
  if (line === undefined || line.state === 'free') return 'not-charged'
  return line.state === 'ready' && billing !== undefined ? { seller, line, billing } : 'missing'
}
