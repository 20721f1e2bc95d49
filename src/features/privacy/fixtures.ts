// For tests: what somebody takes along, as one text.
import { strFromU8, unzipSync } from 'fflate'
import type { Visitor } from '../../../testing/app.ts'

/** Of every file in it, also those that they brought. */
export async function textsOfOwnFile(who: Visitor): Promise<string> {
  const answer = await who.get('/my-data/my-data.zip')
  const entries = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))
  return entries.map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`).join('\n')
}
