// What the viewer's own city answered: by whom is told inside the city only.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Section } from '#ui/page/page.tsx'
import type { AnswerFile, OwnAnswer, Poll } from '../poll.ts'
import { Written } from './written.tsx'

export interface OwnAnswerProps {
  readonly t: Translate
  readonly poll: Poll
  readonly own: OwnAnswer
  readonly files: readonly AnswerFile[]
}

const byWhom = (t: Translate, own: OwnAnswer): string => {
  const given = t('polls.given-by', { name: own.givenBy ?? '–', when: formatMoment(t.lang, own.givenAt) })
  if (own.changedAt === null) return given
  const change = { name: own.changedBy ?? '–', when: formatMoment(t.lang, own.changedAt) }
  return `${given} ${t('polls.changed-by', change)}`
}

const Given = ({ t, poll, own, files }: OwnAnswerProps) => (
  <>
    <FactsList
      facts={poll.items.map((item, index) => ({
        term: item.words,
        value: (
          <Written
            t={t}
            item={item}
            value={own.given[index] ?? null}
            file={files.find((file) => file.item === index)}
            pollId={poll.id}
          />
        ),
      }))}
    />
    <p class="said-by">{byWhom(t, own)}</p>
  </>
)

export const OwnAnswerPart = (props: OwnAnswerProps) => (
  <Section title={props.t('polls.our-answer')} id="answer">
    <Given {...props} />
    {props.own.staysInside && <p>{props.t('polls.stays-inside')}</p>}
  </Section>
)

/** Of a second entry of the same city: it counts no more, and only the city reads it. */
export const EarlierAnswerPart = (props: OwnAnswerProps) => (
  <Section title={props.t('polls.earlier-answer')}>
    <p>{props.t('polls.earlier-why')}</p>
    <Given {...props} />
  </Section>
)
