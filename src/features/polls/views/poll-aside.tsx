// Beside a poll: until when, who is asked, who of one's own city answers, what it is about, who can see it.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { Button } from '#ui/button/button.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { askedPath, colleaguePath } from '../paths.ts'
import { isOver, type Poll } from '../poll.ts'
import type { Colleague } from '../store-colleagues.ts'
import { narrowedTo } from './asked-page.tsx'
import type { PollPageProps } from './poll-page.tsx'

export interface InsideProps {
  /** Whom the coordinator named. */
  readonly named: Colleague | undefined
  /** Whom the coordinator may name; empty for everybody else. */
  readonly colleagues: readonly Colleague[]
}

const Naming = ({ t, poll, named, colleagues }: InsideProps & { t: Translate; poll: Poll }) => (
  <Form t={t} action={colleaguePath(poll.id)} label={t('polls.field-colleague')}>
    <SelectField
      t={t}
      name="person"
      label={t('polls.field-colleague')}
      hint={t('polls.hint-colleague')}
      value={named?.id}
      empty={t('polls.nobody-named')}
      options={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
    <Button small>{t('polls.name-colleague')}</Button>
  </Form>
)

const factsOf = ({ t, poll, inside }: PollPageProps) => [
  { term: t('polls.fact-asked'), value: poll.publishedAt !== null && formatDate(t.lang, poll.publishedAt) },
  { term: t('polls.fact-narrowed'), value: narrowedTo(t, poll) },
  { term: t('polls.fact-opens'), value: t(poll.opensAnswers ? 'polls.opens-all' : 'polls.opens-answerers') },
  { term: t('polls.fact-colleague'), value: inside.colleagues.length === 0 && inside.named?.name },
]

export const PollAside = (props: PollPageProps) => {
  const { t, poll, now, inside, shared } = props
  return (
    <>
      <FactsList facts={factsOf(props)} />
      <p>
        <a href={askedPath(poll.id)}>{t('polls.all-asked', { count: poll.asked })}</a>
      </p>
      {inside.colleagues.length > 0 && !poll.closed && !isOver(poll, now) && <Naming t={t} poll={poll} {...inside} />}
      <ConceptTags t={t} concepts={poll.concepts.map((slug) => ({ label: conceptLabel(slug, t.lang) }))} />
      {shared.visibility}
      {shared.beside.aside}
    </>
  )
}
