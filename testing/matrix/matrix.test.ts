// Every route × every role × every audience, asked of the real app; `npm run matrix` writes docs/matrix.md anew.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { openTown } from '../app.ts'
import { type RoleName, roles, things } from '../protection/cast.ts'
import { type Stage, setStage } from '../protection/stage.ts'
import { addressOf, type Way, waysOf } from './addresses.ts'
import { type Ask, askerOf } from './ask.ts'
import { type Cells, documentOf } from './document.ts'
import { allowedFor, allowedForOther } from './rules.ts'

let stage: Stage
let cells: readonly Cells[]
beforeAll(async () => {
  const town = await openTown()
  stage = await setStage(town)
  const ask = askerOf(town)
  const ways = waysOf(features, stage)
  const found = new Map<Way, Cells>()
  // Reading first: what is undone is the database, and a removed file is not in it.
  for (const method of ['GET', 'POST'])
    for (const way of ways.filter(({ route }) => route.method === method)) found.set(way, await cellsOf(ask, way))
  cells = ways.flatMap((way) => found.get(way) ?? [])
}, 600_000)
afterAll(() => stage.owner.end())

async function cellsOf(ask: Ask, way: Way): Promise<Cells> {
  const outcomes = new Map<RoleName, Map<string, string>>()
  const pieces = stage.pieces.filter(({ kind }) => kind === way.kind)
  for (const role of roles) {
    const line = new Map<string, string>()
    for (const piece of way.kind === undefined ? [undefined] : pieces) {
      const address = addressOf(way, stage, features, piece)
      line.set(piece?.name ?? '', await ask(way.route.method, address, stage.cookies[role]))
    }
    outcomes.set(role, line)
  }
  return { way, outcomes }
}

const lines = (all: readonly Cells[]) =>
  all.flatMap(({ way, outcomes }) =>
    [...outcomes].flatMap(([role, line]) => [...line].map(([name, outcome]) => ({ way, role, name, outcome }))),
  )

test('every route of every manifest is in the matrix', () => {
  const routes = features.flatMap(({ routes = [] }) => routes.map(({ method, path }) => `${method} ${path}`))
  expect(cells.map(({ way }) => way.name)).toEqual(routes)
})

test('every cell keeps what the audience promises', () => {
  const broken = lines(cells.filter(({ way }) => way.kind !== undefined)).filter(({ way, role, name, outcome }) => {
    const thing = things.find((one) => one.name === name)
    return thing !== undefined && !allowedFor(way, role, thing).includes(outcome)
  })
  expect(broken.map(({ way, role, name, outcome }) => `${way.name}, ${role}, ${name}: ${outcome}`)).toEqual([])
})

test('every other route keeps the door closed that is closed, and steering to those who steer', () => {
  const broken = lines(cells.filter(({ way }) => way.kind === undefined)).filter(({ way, role, outcome }) => {
    const allowed = allowedForOther(way, role)
    return allowed !== undefined && !allowed.includes(outcome)
  })
  expect(broken.map(({ way, role, outcome }) => `${way.name}, ${role}: ${outcome}`)).toEqual([])
})

test('no cell is a break', () => {
  const breaks = lines(cells).filter(({ outcome }) => outcome.startsWith('5'))
  expect(breaks.map(({ way, role, name }) => `${way.name}, ${role}, ${name}`)).toEqual([])
})

test('the page that people read says the same', async () => {
  await expect(documentOf(cells)).toMatchFileSnapshot('../../docs/matrix.md')
})
