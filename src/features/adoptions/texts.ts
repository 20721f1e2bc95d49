// What an adoption says, in the order of its page, for those who put it into another language.
import type { ReadTexts } from '#platform/text-parts.ts'
import { getAdoption } from './store.ts'

export const adoptionTexts: ReadTexts = async (db, id) => {
  const { adapted, result, stage, stoppedBecause } = await getAdoption(db, id, 'en')
  return [
    { label: 'adoptions.part-adapted', text: adapted },
    { label: 'adoptions.part-result', text: result },
    ...(stage === 'stopped' ? [{ label: 'adoptions.part-stopped', text: stoppedBecause }] : []),
  ]
}
