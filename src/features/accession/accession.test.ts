// The path as pure rules: what may follow on what, and whose turn it is.
import { describe, expect, test } from 'vitest'
import {
  emptyStep,
  type NewStep,
  refusalOf,
  type Step,
  type StepKind,
  stateOf,
  usualEffectiveDay,
  waitingFor,
} from './accession.ts'

const today = '2026-06-01'
const taken = (kind: StepKind, day: string, more: Partial<Step> = {}): Step => ({
  ...emptyStep,
  ...{ id: 1, side: 'city', at: new Date(0), documents: [], kind, day },
  ...more,
})
const step = (kind: StepKind, more: Partial<NewStep> = {}): NewStep => ({ ...emptyStep, kind, day: today, ...more })
const votes = { for: 30, against: 12, abstained: 2 }
const resolution = taken('resolution', '2026-05-13')
const application = taken('application', '2026-05-20')
const conditions = [taken('coalition', '2020-01-01'), taken('coordinator', '2026-05-20')]
const ready = { steps: [resolution, application, ...conditions] }
const judge = (steps: readonly Step[], wish: NewStep) => refusalOf({ steps }, wish, today)

describe('the council resolution', () => {
  test('is recorded with its votes, or with the word that nobody counted', () => {
    expect(judge([], step('resolution', { votes }))).toBeUndefined()
    expect(judge([], step('resolution', { uncounted: true }))).toBeUndefined()
  })
  test('without votes is refused', () => expect(judge([], step('resolution'))).toBe('votes-missing'))
  test('that the council did not carry is none, and a tie is not carried', () => {
    expect(judge([], step('resolution', { votes: { for: 12, against: 30, abstained: 0 } }))).toBe('not-carried')
    expect(judge([], step('resolution', { votes: { for: 20, against: 20, abstained: 5 } }))).toBe('not-carried')
  })
  test('of tomorrow has not been taken', () =>
    expect(judge([], step('resolution', { votes, day: '2026-06-02' }))).toBe('day-ahead'))
  test('can be recorded anew before the decision', () =>
    expect(judge(ready.steps, step('resolution', { votes }))).toBeUndefined())
})

describe('the application', () => {
  test('needs the resolution, and is not older than it', () => {
    expect(judge([], step('application'))).toBe('no-resolution')
    expect(judge([resolution], step('application', { day: '2026-05-12' }))).toBe('before-resolution')
    expect(judge([resolution], step('application', { day: '2026-05-13' }))).toBeUndefined()
  })
  test('is measured by the resolution that counts, the later one', () => {
    const anew = taken('resolution', '2026-05-25')
    expect(judge([resolution, anew], step('application', { day: '2026-05-20' }))).toBe('before-resolution')
  })
})

describe('the admission', () => {
  const admission = (more: Partial<NewStep> = {}) => step('admission', { effective: '2027-01-01', ...more })
  test('needs an application and an answer to both conditions', () => {
    expect(judge([resolution, ...conditions], admission())).toBe('no-application')
    for (const left of conditions)
      expect(judge([resolution, application, ...conditions.filter((one) => one !== left)], admission())).toBe(
        'conditions-open',
      )
    expect(judge(ready.steps, admission())).toBeUndefined()
  })
  test('is not older than the application, and nobody is a member before it', () => {
    expect(judge(ready.steps, admission({ day: '2026-05-19' }))).toBe('before-application')
    expect(judge(ready.steps, admission({ effective: '2026-05-31' }))).toBe('effective-before-decision')
    expect(judge(ready.steps, admission({ effective: today }))).toBeUndefined()
  })
  test('takes effect on 1 January of the next year unless somebody says otherwise', () => {
    expect(usualEffectiveDay('2024-05-13')).toBe('2025-01-01')
    expect(usualEffectiveDay('2026-12-31')).toBe('2027-01-01')
  })
})

test('after a decision nothing is recorded, but that the promised coalition came to be', () => {
  for (const end of ['admission', 'refusal', 'withdrawal'] as const) {
    const steps = [...ready.steps, taken(end, today)]
    for (const kind of ['resolution', 'application', 'coordinator', 'admission', 'refusal', 'withdrawal'] as const)
      expect(judge(steps, step(kind, { votes, note: 'x', effective: '2027-01-01' }))).toBe('decided')
    expect(judge(steps, step('coalition', { note: 'x' }))).toBe(end === 'admission' ? undefined : 'decided')
  }
})

test('a refusal gives its reason', () => {
  expect(judge(ready.steps, step('refusal'))).toBe('reason-missing')
  expect(judge([], step('refusal', { note: 'No municipality' }))).toBeUndefined()
})

test('a coalition is promised for a day ahead, and exists since a day that has been', () => {
  expect(judge([], step('coalition', { promised: true, day: '2026-05-31' }))).toBe('promise-past')
  expect(judge([], step('coalition', { promised: true, day: '2027-03-01' }))).toBeUndefined()
  expect(judge([], step('coalition', { day: '2027-03-01' }))).toBe('day-ahead')
})

test('each state waits for the right side, and settled ones for nobody', () => {
  const kinds: StepKind[] = ['enquiry']
  expect(waitingFor(kinds)).toEqual({ side: 'city', for: 'resolution' })
  kinds.push('resolution')
  expect(waitingFor(kinds)).toEqual({ side: 'city', for: 'application' })
  kinds.push('application')
  expect(waitingFor(kinds)).toEqual({ side: 'city', for: 'coalition' })
  kinds.push('coalition')
  expect(waitingFor(kinds)).toEqual({ side: 'city', for: 'coordinator' })
  kinds.push('coordinator')
  expect(waitingFor(kinds)).toEqual({ side: 'office', for: 'admission' })
  for (const end of ['admission', 'refusal', 'withdrawal'] as const) expect(waitingFor([...kinds, end])).toBeUndefined()
  expect(stateOf([...kinds, 'admission', 'effective', 'welcome'])).toBe('welcomed')
  expect(stateOf([...kinds, 'withdrawal'])).toBe('withdrawn')
})
