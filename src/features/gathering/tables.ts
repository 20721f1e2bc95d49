// Row types of the feature's own table.
export type GatheringTables = { gathered_reply: { practice_id: number; reply_id: number; named: string | null } }
