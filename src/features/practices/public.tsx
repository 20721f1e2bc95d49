// The front door for what neighbours draw; public.ts has the rest, so that programs without pages can use it.
export { AudienceFields } from './views/audience-fields.tsx'
export { ConceptFields } from './views/concept-fields.tsx'
