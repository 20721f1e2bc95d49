// On the home page, above all else: who wrote to this person.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import type { MessageLine } from '../message.ts'
import { messagePath, messagesPath } from '../paths.ts'
import { withName } from './with-name.ts'

export interface WaitingMessagesProps {
  readonly t: Translate
  readonly lines: readonly MessageLine[]
  readonly total: number
}

export const WaitingMessages = ({ t, lines, total }: WaitingMessagesProps) => (
  <Section title={t('messages.waiting', { count: total })} id="messages-waiting">
    <ul>
      {lines.map((line) => (
        <li>
          <a href={messagePath(line.id, line.title)} lang={line.lang}>
            {line.title}
          </a>{' '}
          — {withName(t, line)}
        </li>
      ))}
    </ul>
    {total > lines.length && <a href={messagesPath}>{t('messages.all')}</a>}
  </Section>
)
