// What others wrote under this city's contributions.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import type { ReplyToUs } from '../arrival.ts'

export type ReplyToShow = ReplyToUs & { readonly href: string }

export const RepliesToUs = ({ t, replies }: { readonly t: Translate; readonly replies: readonly ReplyToShow[] }) =>
  replies.length === 0 ? null : (
    <Section title={t('home.replies')}>
      <Timeline
        t={t}
        entries={replies.map((reply) => ({
          when: reply.createdAt,
          title: (
            <a href={reply.href} lang={reply.lang}>
              {reply.title}
            </a>
          ),
          text: [reply.authorName, reply.organisationName].filter(Boolean).join(', '),
        }))}
      />
    </Section>
  )
