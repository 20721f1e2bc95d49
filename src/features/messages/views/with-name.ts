// Whom one writes with, in a line: also where their name is not to be known any more.
import type { Translate } from '#kernel/locale.ts'
import type { MessageLine } from '../message.ts'

export const withName = (t: Translate, line: Pick<MessageLine, 'otherName' | 'organisationName'>): string =>
  [line.otherName, line.organisationName].filter(Boolean).join(', ') || t('messages.somebody')
