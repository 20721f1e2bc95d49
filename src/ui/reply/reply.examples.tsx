// Examples of Reply and Replies.

import { Button } from '../button/button.tsx'
import type { Example } from '../catalogue/example.ts'
import { PlainText } from '../prose/prose.tsx'
import { Replies, Reply } from './reply.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a thread in two languages',
    example: (t) => (
      <Replies
        label="Replies"
        replies={[
          <Reply
            t={t}
            id="reply-1"
            author={{ name: 'Margarethe Bauer', href: '#margarethe', memberName: 'Graz' }}
            when={new Date('2026-10-04T09:12:00Z')}
            lang="de"
            actions={<Button small>Answer</Button>}
            replies={[
              <Reply
                t={t}
                id="reply-2"
                author={{ name: 'Ana Martins', memberName: 'Porto' }}
                when={new Date('2026-10-05T15:40:00Z')}
                lang="en"
                state={{ label: 'Answer', tone: 'done' }}
              >
                <PlainText text="Two and a half posts, paid half by the bars. We started with one." />
              </Reply>,
            ]}
          >
            <PlainText text="Wie viele Stellen brauchte das Team in der Nacht, und wer hat sie bezahlt?" />
          </Reply>,
        ]}
      />
    ),
  },
]
