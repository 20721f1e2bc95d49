// On the home page: polls that wait for the answer of one's city.

import { lastDay } from '#kernel/days.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { pollPath, pollsPath } from '../paths.ts'
import type { PollLine } from '../store-lists.ts'

export const WaitingPolls = ({ t, polls }: { t: Translate; polls: readonly PollLine[] }) => (
  <Section title={t('polls.waiting')} id="polls-waiting" action={<a href={pollsPath}>{t('polls.to-the-list')}</a>}>
    <ul class="related">
      {polls.map((line) => (
        <li>
          <a href={pollPath(line.id, line.title)} lang={line.lang === t.lang ? undefined : line.lang}>
            {line.title}
          </a>
          <span class="related-why">
            {line.organisationName} · {t('polls.until', { day: formatDate(t.lang, lastDay(line.endsAt)) })}
          </span>
        </li>
      ))}
    </ul>
  </Section>
)
