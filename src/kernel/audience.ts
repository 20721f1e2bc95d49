// Who may see a thing: six kinds of audience, each with its TLP 2.0 label (FIRST, Traffic Light Protocol 2.0, 2022).

export const audienceKinds = ['public', 'network', 'forum', 'room', 'organisation', 'persons'] as const
export type AudienceKind = (typeof audienceKinds)[number]
export type TlpLabelName = 'TLP:CLEAR' | 'TLP:GREEN' | 'TLP:AMBER' | 'TLP:AMBER+STRICT' | 'TLP:RED'

const labels: Record<AudienceKind, TlpLabelName> = {
  public: 'TLP:CLEAR',
  network: 'TLP:GREEN',
  forum: 'TLP:AMBER',
  room: 'TLP:AMBER',
  organisation: 'TLP:AMBER+STRICT',
  persons: 'TLP:RED',
}
const widths: Record<AudienceKind, number> = { public: 5, network: 4, forum: 3, room: 2, organisation: 1, persons: 0 }

/** The two audiences that every network has; their ids are fixed by the first migration. */
export const publicAudience = 1
export const networkAudience = 2

export interface Audience {
  readonly id: number
  readonly kind: AudienceKind
  /** What it is called where the kind does not say it all: the forum, the room, the organisation. */
  readonly name: string | null
}

export const tlpLabel = (kind: AudienceKind): TlpLabelName => labels[kind]

/** Widening asks for confirmation and is written to the audit trail; a change between equals of different ids counts too. */
export const widens = (from: Pick<Audience, 'id' | 'kind'>, to: Pick<Audience, 'id' | 'kind'>): boolean =>
  from.id !== to.id && widths[to.kind] >= widths[from.kind]
