// For the tests of this feature: a municipality that enquires, and how it goes on by its personal address.
import type { Town, Visitor } from '../../../testing/app.ts'

export type Fields = Record<string, string | File>

export const enquiry: Record<string, string> = {
  kind: 'municipality',
  name: 'Lindenau an der Wieslauf',
  country: 'DE',
  population: '48 200',
  populationYear: '2024',
  populationSource: 'State statistical office',
  contactName: 'Wanda Probst',
  contactEmail: 'wanda.probst@lindenau.example',
  lang: 'en',
  message: '',
}

export interface OwnFile {
  readonly id: number
  /** The secret of the personal address. */
  readonly key: string
  /** `…/accessions/12?token=…` */
  readonly address: string
  readonly get: (part?: string) => Promise<Response>
  readonly page: (part?: string) => Promise<string>
  readonly post: (part: string, fields: Fields) => Promise<Response>
}

export const workAll = async (town: Town): Promise<void> => {
  while ((await town.work()) > 0);
}

const addressIn = (text: string): string => /\/accessions\/\d+\?token=[\w-]+/.exec(text)?.[0] ?? ''

export const fileAt = (who: Visitor, address: string): OwnFile => {
  const [path = '', query = ''] = address.split('?')
  const at = (part = ''): string => `${path}${part}${part.includes('?') ? '&' : '?'}${query}`
  return {
    id: Number(/\d+/.exec(path)?.[0]),
    key: new URLSearchParams(query).get('token') ?? '',
    address,
    get: (part) => who.get(at(part)),
    page: (part) => who.page(at(part)),
    post: (part, fields) => who.post(at(part), fields),
  }
}

/** Somebody enquires, opens the mail, and holds the address of their file. */
export async function enquire(town: Town, fields: Record<string, string> = {}): Promise<OwnFile> {
  const sent = { ...enquiry, ...fields }
  const answer = await town.visitor.post('/join', sent)
  if (answer.headers.get('location') !== '/join/sent') throw new Error(`The enquiry was refused: ${answer.status}`)
  await workAll(town)
  const mail = town.mails.findLast(({ to }) => to === sent.contactEmail)
  return fileAt(town.visitor, addressIn(mail?.text ?? ''))
}

export const pdf = (name: string, bytes = 200): File => {
  const content = new Uint8Array(bytes)
  content.set(new TextEncoder().encode('%PDF-1.7\n'))
  return new File([content], name, { type: 'application/pdf' })
}

/** Everything the city does before the office decides. */
export async function apply(file: OwnFile): Promise<void> {
  const steps: Record<string, Fields> = {
    coalition: { day: '2024-01-01', promised: 'exists', note: 'Police, schools, social services' },
    coordinator: { personName: 'Wanda Probst', personEmail: `coordinator-${file.id}@lindenau.example`, note: '' },
    resolution: { day: '2026-05-13', for: '31', against: '9', abstained: '2', proposedBy: 'The mayor', note: '' },
    application: { day: '2026-05-20', note: '' },
  }
  for (const [step, fields] of Object.entries(steps)) {
    const answer = await file.post(`/steps/${step}`, fields)
    if (answer.status !== 303) throw new Error(`${step}: ${answer.status}`)
  }
}

/** What the office decides about the enquiry above. */
export const admission = {
  day: '2026-06-01',
  effective: '2027-01-01',
  name: 'Lindenau an der Wieslauf',
  note: 'Executive Committee',
}
