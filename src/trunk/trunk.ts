// The trunk's manifest: its schema. It has no pages; features draw what it keeps.
import { actors } from './migrations/001-actors.ts'
import { contributions } from './migrations/002-contributions.ts'

export const trunkMigrations = [actors, contributions]
