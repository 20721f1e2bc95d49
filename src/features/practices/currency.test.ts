// "Still true?": asked after a year, answered with one click, marked when nobody answers, and nobody else's to answer.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { nextCurrency } from './currency.ts'
import { takeRound } from './store-currency.ts'

const day = 86_400_000
const at = (days: number): Date => new Date(Date.UTC(2026, 0, 1) + days * day)

describe('the rule', () => {
  const held = { currency: 'current' as const, heldAt: at(0), askedAt: null }
  test('after a year it is asked, not a day before', () => {
    expect(nextCurrency(held, at(364), 365)).toBe('current')
    expect(nextCurrency(held, at(365), 365)).toBe('asked')
  })
  test('without an answer it is marked after a month, and steps back after four', () => {
    const asked = { currency: 'asked' as const, heldAt: at(0), askedAt: at(365) }
    expect([29, 30, 119, 120].map((days) => nextCurrency(asked, at(365 + days), 365))).toEqual([
      ...['asked', 'unconfirmed', 'unconfirmed', 'old'],
    ])
  })
})

describe('a year later', () => {
  let town: Town
  let ada: Visitor
  let id = ''
  const told = {
    ...{
      title: 'Night walks',
      summary: 'Walks at night.',
      lang: 'en',
      problem: 'p',
      response: 'We walk.',
      results: 's',
    },
    ...{ evidence: '0', 'concepts[]': ['youth'], audience: '2' },
  }
  const round = async (days: number): Promise<void> => {
    await takeRound(town.database.system, new Date(Date.now() + days * day), 365)
    while ((await town.work()) > 0);
  }
  const linkIn = (text: string): string => (/http:\/\/localhost(\S+still-true\S+)/.exec(text) ?? [])[1] ?? ''
  beforeAll(async () => {
    town = await openTown()
    ada = await town.as('ada-lindmoser')
    const path = (await ada.post('/practices', told)).headers.get('location') ?? ''
    id = /\d+/.exec(path)?.[0] ?? ''
    await ada.post(`/practices/${id}/publication`)
    await town.work()
  })

  test('Ada alone is asked by mail about her practice; summaries of public sources are nobody’s to confirm', async () => {
    await round(366)
    const mine = town.mails.filter(({ text }) => text.includes(`/practices/${id}/`))
    expect(mine.map(({ to }) => to)).toEqual(['ada.lindmoser@graz.example'])
    const sources = town.mails.filter(({ subject }) => subject.includes('Ask for Angela'))
    expect(sources).toEqual([])
  })

  test('the link opens without signing in, changes nothing by being opened, and answers with one click, once', async () => {
    const path = linkIn(town.mails.find(({ text }) => text.includes(`/practices/${id}/`))?.text ?? '')
    const page = await town.visitor.get(path)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(await page.text()).toContain('Night walks')
    const fields = Object.fromEntries(new URL(path, 'http://localhost').searchParams)
    const answered = await town.visitor.post(`/practices/${id}/still-true`, fields)
    expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('Thank you')])
    expect((await town.visitor.post(`/practices/${id}/still-true`, fields)).status).toBe(410)
    expect((await town.visitor.get(path)).status).toBe(410)
  })

  test('a guessed, borrowed or broken link opens nothing', async () => {
    await round(800)
    const path = linkIn(town.mails.at(-1)?.text ?? '')
    const other = await town.personId('beatriz-ribeirinha-douro')
    for (const wrong of [
      path.replace(/by=\d+/, `by=${other}`),
      path.replace(/code=(.)/, (_, first) => `code=${first === '0' ? '1' : '0'}`),
      path.replace(/code=.*/, ''),
      path.replace(/practices\/\d+/, 'practices/1'),
    ])
      expect((await town.visitor.get(wrong)).status).toBe(410)
    expect((await (await town.as('beatriz-ribeirinha-douro')).post(`/practices/${id}/confirmation`)).status).toBe(403)
  })

  test('nobody answers: readers are told, and it no longer stands among the first', async () => {
    await round(840)
    const beatriz = await town.as('beatriz-ribeirinha-douro')
    expect(await beatriz.page(`/practices/${id}-night-walks`)).toContain('Not confirmed since')
    await round(930)
    const list = await beatriz.page('/practices')
    expect(list).not.toContain('Night walks')
    expect((await ada.post(`/practices/${id}/confirmation`)).status).toBe(303)
    expect(await beatriz.page('/practices')).toContain('Night walks')
    expect(await beatriz.page(`/practices/${id}-night-walks`)).not.toContain('Not confirmed')
    expect(await ada.page(`/contributions/${id}/visibility`)).toContain('Confirmed as still true')
  })
})
