// The files that the demonstration attaches: there, drawn small, within the reach of their practice; and loading twice adds nothing.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import { loadPractices } from './demonstration.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const rows = async () =>
  (
    await sql<{
      id: number
      contribution_id: number
      name: string
      width: number | null
      pages: number | null
    }>`select f.id, f.contribution_id, f.name, v.width, v.pages from attachment f join contribution c on c.id = f.contribution_id and c.kind = 'practice'
      left join attachment_preview v on v.attachment_id = f.id order by f.id`.execute(town.database.system.withTables())
  ).rows

test('the practice of Graz and Porto has a plan and a leaflet of two pages, each with its picture, for the network alone', async () => {
  const files = await rows()
  expect(files.map(({ name, pages }) => [name, pages])).toEqual([
    ['Abendrunde – Plan (Vorführung).png', null],
    ['Abendrunde – Merkblatt (Vorführung).pdf', 2],
  ])
  const assia = await town.as('assia-verdonnel')
  for (const { id, width } of files) {
    expect(width).toBeGreaterThan(100)
    for (const path of [`/attachments/${id}/file`, `/attachments/${id}/preview`]) {
      expect((await assia.get(path)).status).toBe(200)
      expect((await town.visitor.get(path)).status).toBe(404)
    }
  }
})

test('loaded a second time, nothing has changed', async () => {
  const before = await rows()
  await loadPractices({ ...testJobs(town.database.system, town.dataDir), folder: join(projectRoot, 'demo') })
  expect(await rows()).toEqual(before)
})

test('a file whose bytes are lost is not found, and its practice can still be read', async () => {
  rmSync(join(town.dataDir, 'files'), { recursive: true })
  const ada = await town.as('ada-lindmoser')
  for (const { id, contribution_id } of await rows()) {
    expect((await ada.get(`/attachments/${id}/file`)).status).toBe(404)
    expect((await ada.get(`/attachments/${id}/preview`)).status).toBe(404)
    const address = (await ada.get(`/practices/${contribution_id}`)).headers.get('location') ?? ''
    expect((await ada.get(address)).status).toBe(200)
  }
})
