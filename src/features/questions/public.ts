// The front door: one question, for whoever makes something of it.
export { questionPath } from './paths.ts'
export type { Question } from './question.ts'
export { getQuestion } from './store.ts'
