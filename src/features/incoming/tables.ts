// Row types of incoming mail.
export type IncomingTables = { incoming_mail: { person_id: number; name: string; at: Date; answered: boolean } }
