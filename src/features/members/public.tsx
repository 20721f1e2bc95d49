// The front door for what neighbours draw; public.ts has the rest, so that programs without pages can use it.
export { reasonSentence } from './views/alike-list.tsx'
