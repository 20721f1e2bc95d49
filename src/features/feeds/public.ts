// The front door: which feed belongs to a page, for its head.
export { feedOf } from './discovery.ts'
