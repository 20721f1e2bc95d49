// What translation hands to the replies of a thread: a button below each in another language, or what was made of it before.
import type { ReplyPart } from '#platform/text-parts.ts'
import { findAnyContribution } from '#trunk/contributions.ts'
import { replyAnchor, replyTranslationPath } from './paths.ts'
import { mayBeSent, shownOf, translatorFor } from './shown.ts'
import { listTranslations } from './store.ts'
import { Translated } from './views/translated.tsx'

export const belowReplies: ReplyPart = {
  name: 'translation.replies',
  position: 10,
  draw: async (c, contributionId, replies) => {
    const { db, t } = c.var
    const translator = translatorFor(c)
    const foreign = replies.filter(({ lang }) => translator?.offers(lang, t.lang))
    if (translator === undefined || foreign.length === 0) return undefined
    const thing = await findAnyContribution(db, contributionId, t.lang)
    if (thing?.state !== 'published' || !(await mayBeSent(c, thing.audienceKind))) return undefined
    const ids = foreign.map(({ id }) => id)
    const known = await listTranslations(db, contributionId, ids, { target: t.lang, provider: translator.id })
    return (replyId) => {
      const reply = foreign.find(({ id }) => id === replyId)
      if (reply === undefined) return undefined
      const texts = [{ text: reply.text }]
      const shown = shownOf(c, { lang: reply.lang, texts, replyId }, known)
      const place = { id: replyAnchor(replyId), original: `#reply-${replyId}`, action: replyTranslationPath(replyId) }
      return <Translated t={t} provider={translator.name} texts={texts} shown={shown} {...place} small />
    }
  },
}
