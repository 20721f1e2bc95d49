// What incoming mail hands to one's own profile: how to answer by mail, where that is set up.

import { largestFile } from '#platform/files/uploads.ts'
import type { OwnProfilePart } from '#platform/page-parts.ts'
import { AnsweringByMail } from './views/answering-by-mail.tsx'

export const answeringPart: OwnProfilePart = {
  name: 'incoming.answering',
  position: 60,
  draw: async (c) =>
    c.var.settings.receiving === undefined ? undefined : <AnsweringByMail t={c.var.t} largest={largestFile} />,
}
