// Row types of the feature's own table.
import type { Generated } from 'kysely'
import type { ContactFunction } from './contact.ts'

export type ContactTables = {
  contact: {
    id: Generated<number>
    organisation_id: number
    function: ContactFunction
    name: string
    email: string
    phone: string
    /** YYYY-MM-DD; read as text. */
    begins_on: string
    ends_on: string | null
    recorded_by: number | null
    recorded_at: Generated<Date>
  }
}
