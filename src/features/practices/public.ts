// The front door: what neighbours may use of practices.
export { writePractice } from './actions/write-practice.ts'
export { type PracticeInput, practiceInput } from './inputs.ts'
export { editPracticePath, practicePath, practicesPath } from './paths.ts'
export { mayEditPractice } from './permissions.ts'
export { type PartName, type Practice, partNames } from './practice.ts'
export { getPractice } from './store.ts'
export { typedFrom } from './typed.ts'
