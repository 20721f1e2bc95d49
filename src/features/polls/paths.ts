// Every address of the feature.
import { addressPart } from '#kernel/address.ts'
import type { TableFormat } from '#platform/tables/table-file.ts'

export const pollsPath = '/polls'
export const newPollPath = '/polls/new'
/** `audience`: of a room. */
export const newPollIn = (audience: number): string => `${newPollPath}?audience=${audience}`
export const pollPath = (id: number, title: string): string => `/polls/${addressPart(id, title)}`
export const askedPath = (id: number): string => `/polls/${id}/asked`
export const answerPath = (id: number): string => `/polls/${id}/answer`
export const answersPath = (id: number, page = 1): string => `/polls/${id}/answers${page === 1 ? '' : `?page=${page}`}`
/** `passing`: without what cities want to stay inside the network. */
export const answersFilePath = (id: number, format: TableFormat, passing = false): string =>
  `/polls/${id}/answers.${format}${passing ? '?passing=yes' : ''}`
export const answerFilePath = (pollId: number, id: number, name: string): string =>
  `/polls/${pollId}/files/${id}/${encodeURIComponent(name)}`
export const colleaguePath = (id: number): string => `/polls/${id}/colleague`
export const prolongationPath = (id: number): string => `/polls/${id}/prolongation`
export const outcomePath = (id: number): string => `/polls/${id}/outcome`
export const withdrawalPath = (id: number): string => `/polls/${id}/withdrawal`
