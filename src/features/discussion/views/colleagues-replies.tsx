// What others wrote under contributions that colleagues run: to know of, not to act on.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import type { WaitingReply } from '../store-waiting.ts'

export interface ColleaguesRepliesProps {
  readonly t: Translate
  readonly replies: readonly (WaitingReply & { readonly href: string })[]
}

export const ColleaguesReplies = ({ t, replies }: ColleaguesRepliesProps) => (
  <Section title={t('discussion.colleagues-replies')} id="colleagues">
    <Timeline
      t={t}
      entries={replies.map((reply) => ({
        when: reply.createdAt,
        title: (
          <a href={reply.href} lang={reply.titleLang === t.lang ? undefined : reply.titleLang}>
            {reply.title}
          </a>
        ),
        text: [reply.authorName, reply.organisationName].filter(Boolean).join(', '),
      }))}
    />
  </Section>
)
