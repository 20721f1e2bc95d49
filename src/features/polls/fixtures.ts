// For the tests of polls: somebody asks, cities answer.

import { expect } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

const idOf = (path: string): number => Number(/\d+/.exec(path)?.[0])

const day = 86_400_000
export const inDays = (town: Town, days: number): string => dayOf(new Date(town.now.getTime() + days * day))

/** Yes or no, one of three, several of three, a number, a text, a file; only the first has to be answered. */
const everyKind = {
  shown: '6',
  ...{ 'words-1': 'Do your officers wear cameras?', 'kind-1': 'yes-no', 'required-1': 'yes' },
  ...{ 'words-2': 'Who decided?', 'kind-2': 'one', 'choices-2': 'The council\nThe mayor\nNobody yet' },
  ...{ 'words-3': 'Where are they worn?', 'kind-3': 'several', 'choices-3': 'Streets\nStations\nEvents' },
  ...{ 'words-4': 'How many are there?', 'kind-4': 'number', 'unit-4': 'cameras' },
  ...{ 'words-5': 'What did people say?', 'kind-5': 'text' },
  ...{ 'words-6': 'Your rules', 'kind-6': 'file' },
}

export const pollFields = (town: Town) => ({
  title: 'Body cameras of public order officers',
  text: 'We prepare a **decision** of our council.',
  lang: 'en',
  audience: '2',
  endsOn: inDays(town, 20),
  remind: 'three-days',
  ...everyKind,
})

type Fields = Parameters<Visitor['post']>[1]

/** Gives the id of the poll. */
export async function ask(town: Town, who: Visitor, more: Fields = {}): Promise<number> {
  const answer = await who.post('/polls', { ...pollFields(town), ...more })
  expect(answer.status).toBe(303)
  return idOf(answer.headers.get('location') ?? '')
}

export const given = {
  'item-1': 'yes',
  'item-2': 'The mayor',
  'item-3[]': ['Streets', 'Events'],
  'item-4': '1,250',
  'item-5': 'Little.',
}

/** Answers for the city of whoever it is; gives the status. */
export const giveAnswer = async (who: Visitor, id: number, more: Fields = {}): Promise<number> =>
  (await who.post(`/polls/${id}/answer`, { ...given, revision: '0', ...more })).status

/** Says what came of it, on a form that showed it as it was asked. */
export const conclude = (who: Visitor, id: number, outcome: string, revision = '1'): Promise<Response> =>
  who.post(`/polls/${id}/outcome`, { outcome, revision })

/** Its last day was yesterday. */
export const end = (town: Town, id: number): Promise<number> =>
  fill(town, `update poll set ends_at = now() - interval '1 day' where contribution_id = ${id} returning 1`)

export const audienceOf = (town: Town, forum: string): Promise<number> =>
  fill(town, `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = '${forum}'`)

export interface AskedInRoom {
  readonly id: number
  readonly room: number
  readonly page: string
  readonly file: string
}

/** Those of rooms, which tests alone may bring. */
interface RoomFixtures {
  readonly foundBy: (host: Visitor, fields: Record<string, string>) => Promise<number>
  readonly bringIn: (host: Visitor, room: number, who: Visitor, name: string) => Promise<void>
}

/** Assia's rooms, in which Ada asks and Beatriz answers. `secret`: stands in her answer and in the name of her file. */
export async function openCircle(town: Town, secret: string, { foundBy, bringIn }: RoomFixtures) {
  const ada = await town.as('ada-lindmoser')
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  const assia = await town.as('assia-verdonnel')
  const pdf = () => new File(['%PDF-1.4 words'], `${secret}-Porto.pdf`, { type: 'application/pdf' })
  const roomOf = async (more: Record<string, string> = {}): Promise<number> => {
    const room = await foundBy(assia, { name: 'A circle', entry: 'invitation', ...more })
    await bringIn(assia, room, ada, 'Ada Lindmoser')
    await bringIn(assia, room, beatriz, 'Beatriz Ribeirinha Douro')
    return room
  }
  const answered = async (rule: Record<string, string> = {}, more: Fields = {}): Promise<AskedInRoom> => {
    const room = await roomOf(rule)
    const id = await ask(town, ada, { audience: String(room), ...more })
    expect(await giveAnswer(beatriz, id, { 'item-5': `It was a ${secret}.`, 'file-6': pdf() })).toBe(303)
    const answers = await beatriz.page(`/polls/${id}/answers`)
    const file = /\/polls\/\d+\/files\/\d+\/[^"]+/.exec(answers)?.[0] ?? ''
    return { id, room, page: `/polls/${id}-body-cameras-of-public-order-officers`, file }
  }
  const takeOut = async (room: number, slug: string): Promise<void> => {
    const answer = await assia.post(`/rooms/${room}/members/${await town.personId(slug)}/removal`)
    expect(answer.status).toBe(303)
  }
  const archive = async (room: number): Promise<void> => {
    expect((await assia.post(`/rooms/${room}/archive`)).status).toBe(303)
  }
  return { ada, beatriz, assia, roomOf, answered, takeOut, archive }
}
