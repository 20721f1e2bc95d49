// The front door: a question, for whoever carries it to those who may know or makes something of it.

export { questionPath } from './paths.ts'
export type { Question } from './question.ts'
export { getQuestion } from './store.ts'
export { findOpen, listAnswered, type OpenQuestion } from './store-open.ts'
