// The front door: a question that is open, for whoever carries it to those who may know.
export { findOpen, listAnswered, type OpenQuestion } from './store-open.ts'
