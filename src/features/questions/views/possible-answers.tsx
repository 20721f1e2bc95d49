// What may already answer the question, before it is sent. Opens beside the form: what was typed there is nowhere else yet.
import { countryName, type Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import type { FoundItem } from '../../search/public.ts'

export interface PossibleAnswer extends Pick<FoundItem, 'title' | 'lang' | 'url' | 'organisation' | 'country'> {
  /** In the reader's words: "Practice", "Question". */
  readonly kindLabel: string
  readonly answered: boolean
  /** What it shares with the question. */
  readonly topics: readonly string[]
}

const factsOf = (t: Translate, { kindLabel, answered, organisation, country, topics }: PossibleAnswer): string =>
  [
    kindLabel,
    answered && t('questions.state-answered'),
    [organisation?.name, country !== undefined && countryName(t.lang, country)].filter(Boolean).join(', '),
    topics.join(', '),
  ]
    .filter(Boolean)
    .join(' · ')

export const PossibleAnswers = ({ t, answers }: { t: Translate; answers: readonly PossibleAnswer[] }) =>
  answers.length === 0 ? null : (
    <Section title={t('questions.perhaps')} id="perhaps">
      <p>{t('questions.perhaps-text')}</p>
      <ul class="related">
        {answers.map((answer) => (
          <li>
            <a href={answer.url} target="_blank" rel="noopener" lang={answer.lang === t.lang ? undefined : answer.lang}>
              {answer.title}
            </a>
            <span class="related-why">{factsOf(t, answer)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
