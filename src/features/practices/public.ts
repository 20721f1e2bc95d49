// The front door: what neighbours may use of practices.
export { type ChangeRefusal, changePractice } from './actions/change-practice.ts'
export { type AudienceRefusal, chooseAudience, firstAudience } from './actions/choose-audience.ts'
export { draftPractice } from './actions/write-practice.ts'
export { audiencesFor } from './audiences-for.ts'
export { activeFilters } from './facet-groups.ts'
export {
  type PracticeInput,
  type PracticeListQuery,
  practiceInput,
  practiceListLists,
  practiceListQuery,
} from './inputs.ts'
export { editPracticePath, practicePath, practicesPath } from './paths.ts'
export { mayEditPractice } from './permissions.ts'
export { type PartName, type Practice, partNames, type Source } from './practice.ts'
export { proposeConcepts } from './propose-concepts.ts'
export { getPractice } from './store.ts'
export { findRevision } from './store-revisions.ts'
export { listTitlesOf, listWhole, type WholeFilter, type WholePractice } from './store-whole.ts'
export { sourceLines } from './typed.ts'
