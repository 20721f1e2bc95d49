// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const questionsPath = '/questions'
export const newQuestionPath = '/questions/new'
/** The form with these words in it. */
export const askPath = (words: string): string =>
  words === '' ? newQuestionPath : `${newQuestionPath}?${new URLSearchParams({ text: words })}`
export const questionPath = (id: number, title: string): string => `/questions/${addressPart(id, title)}`
export const editQuestionPath = (id: number): string => `/questions/${id}/edit`
export const changeQuestionPath = (id: number): string => `/questions/${id}`
export const answerPath = (id: number): string => `/questions/${id}/answer`
export const answerEndPath = (id: number): string => `/questions/${id}/answer/end`
export const withdrawalPath = (id: number): string => `/questions/${id}/withdrawal`
