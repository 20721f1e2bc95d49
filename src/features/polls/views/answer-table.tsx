// The table of answers: a line for each city, a column for each thing that was asked.
import { countryName, type Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { memberPath } from '../../members/public.ts'
import { answersPath } from '../paths.ts'
import type { CityAnswer } from '../poll.ts'
import { headOf } from '../written-value.ts'
import type { AnswersPageProps } from './answers-page.tsx'
import { Written } from './written.tsx'

const City = ({ t, answer }: { t: Translate; answer: CityAnswer }) => (
  <>
    {answer.slug === null ? answer.name : <a href={memberPath(answer.slug)}>{answer.name}</a>}{' '}
    {answer.country !== null && <small>{countryName(t.lang, answer.country)}</small>}
    {answer.staysInside && <small class="poll-inside">{t('polls.stays-inside')}</small>}
    {answer.demonstration && <small>{t('polls.invented')}</small>}
  </>
)

const rowOf = ({ t, poll, files }: AnswersPageProps, answer: CityAnswer) => [
  <City t={t} answer={answer} />,
  ...poll.items.map((item, index) => (
    <Written
      t={t}
      item={{ ...item, unit: '' }}
      value={answer.given[index] ?? null}
      file={files.find((file) => file.answerId === answer.id && file.item === index)}
      pollId={poll.id}
    />
  )),
]

export const AnswerTable = (props: AnswersPageProps) => {
  const { t, poll, page } = props
  return (
    <Section title={t('polls.by-city')} id="by-city">
      <div class="poll-answers">
        <DataTable
          t={t}
          caption={t('polls.by-city')}
          hideCaption
          columns={[
            { label: t('polls.column-city') },
            ...poll.items.map((item) => ({ label: headOf(t, item), numeric: item.kind === 'number' })),
          ]}
          rows={page.items.map((answer) => rowOf(props, answer))}
        />
      </div>
      <Pagination t={t} page={page} href={(number) => `${answersPath(poll.id, number)}#by-city`} />
    </Section>
  )
}
