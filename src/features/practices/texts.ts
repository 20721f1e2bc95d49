// What a practice says, in the order of its page, for those who put it into another language.
import type { ReadTexts } from '#platform/text-parts.ts'
import { partNames } from './practice.ts'
import { getPractice } from './store.ts'

export const practiceTexts: ReadTexts = async (db, id) => {
  const practice = await getPractice(db, id, 'en')
  const parts = partNames.map((name) => ({ label: `practices.part-${name}`, text: practice[name] }))
  return [{ text: practice.summary, plain: true }, ...parts]
}
