// For the tests of veils: Jonte asks as a member city, and what follows.
import { expect } from 'vitest'
import type { Town } from '../../../testing/app.ts'

/** Stands nowhere else. */
export const word = 'Wuzzelknoten'
/** The asker's own coordinator and a colleague among them. */
export const others = [
  'almut-westrichter',
  'ada-lindmoser',
  'assia-verdonnel',
  'irena-halvorsdottir-blau',
  'carsten-mittelweg',
] as const

export const work = async (town: Town): Promise<void> => {
  while ((await town.work()) > 0);
}

/** Asked, replied to by himself and by Ada, watched, changed; all jobs done. */
export async function askVeiled(town: Town): Promise<{ path: string; id: number }> {
  const jonte = await town.as('jonte-pfalzgrafer')
  const asked = await jonte.post('/questions', {
    text: `Unser ${word} ist entglitten: Wer hat eine misslungene Videoüberwachung wieder abgebaut?`,
    title: `Abbau einer misslungenen Videoüberwachung, ${word}`,
    lang: 'de',
    'concepts[]': ['video'],
    audience: '2',
    veiled: 'yes',
  })
  expect(asked.status).toBe(303)
  const path = asked.headers.get('location') ?? ''
  const id = Number(/\d+/.exec(path)?.[0])
  await jonte.post(`/contributions/${id}/replies`, { text: 'Wir ergänzen: es waren vier Kameras.', lang: 'de' })
  await jonte.post(`/contributions/${id}/watch`)
  const ada = await town.as('ada-lindmoser')
  await ada.post(`/contributions/${id}/replies`, { text: 'Wir haben zwei abgebaut.', lang: 'de' })
  await jonte.post(`/questions/${id}`, {
    text: `Unser ${word} ist entglitten: Wer hat eine misslungene Videoüberwachung wieder ganz abgebaut?`,
    title: `Abbau einer misslungenen Videoüberwachung, ${word}`,
    lang: 'de',
    'concepts[]': ['video'],
    audience: '2',
    revision: '1',
  })
  await work(town)
  return { path, id }
}
