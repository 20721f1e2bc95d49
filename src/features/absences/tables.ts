// Row types of the feature's own table.
export type AbsenceTables = {
  absence: { person_id: number; since: string; until: string; substitute_id: number | null }
}
