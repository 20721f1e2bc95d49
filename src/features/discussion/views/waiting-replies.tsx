// Questions and answers that wait for this person: who wrote, the first words, and a way to be done with each.
import type { Translate } from '#kernel/locale.ts'
import { plainText } from '#platform/text/markdown.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { readingPath } from '../paths.ts'
import type { WaitingReply } from '../store-waiting.ts'

export interface WaitingRepliesProps {
  readonly t: Translate
  readonly replies: readonly (WaitingReply & { readonly href: string })[]
  /** Also those that are not shown here. */
  readonly total: number
}

const mostLetters = 160

const Words = ({ t, reply }: { readonly t: Translate; readonly reply: WaitingReply }) => (
  <div class="waiting-reply">
    <p>{[reply.authorName, reply.organisationName].filter(Boolean).join(', ')}</p>
    <p lang={reply.lang === t.lang ? undefined : reply.lang}>{plainText(reply.text, mostLetters)}</p>
    <PostButton
      action={readingPath(reply.id)}
      icon="check"
      small
      label={t('discussion.waiting-done-with', { title: reply.title })}
    >
      {t('discussion.waiting-done')}
    </PostButton>
  </div>
)

export const WaitingReplies = ({ t, replies, total }: WaitingRepliesProps) => (
  <Section title={t('discussion.waiting', { count: total })} id="waiting">
    <p>{t('discussion.waiting-hint')}</p>
    <Timeline
      t={t}
      entries={replies.map((reply) => ({
        when: reply.createdAt,
        title: (
          <a href={reply.href} lang={reply.titleLang === t.lang ? undefined : reply.titleLang}>
            {reply.title}
          </a>
        ),
        text: <Words t={t} reply={reply} />,
      }))}
    />
  </Section>
)
