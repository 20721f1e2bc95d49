// The polls of a room: open ones first. Without the city that asks, so that a print under the Chatham House Rule names none.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { newPollIn, pollPath } from '../paths.ts'
import type { PollLine } from '../store-lists.ts'
import { lineWords, pollMark } from './poll-mark.ts'

export interface PollsOfRoomProps {
  readonly t: Translate
  readonly now: Date
  readonly roomId: number
  readonly mayAsk: boolean
  readonly polls: readonly PollLine[]
}

const Card = ({ t, now, line }: Pick<PollsOfRoomProps, 't' | 'now'> & { readonly line: PollLine }) => (
  <ItemCard
    t={t}
    headingLevel={3}
    title={line.title}
    lang={line.lang}
    href={pollPath(line.id, line.title)}
    state={pollMark(t, line, now)}
    meta={lineWords(t, line, now)}
  />
)

export const PollsOfRoom = ({ t, now, roomId, mayAsk, polls }: PollsOfRoomProps) => {
  const ask = mayAsk && (
    <ButtonLink href={newPollIn(roomId)} icon="plus" small>
      {t('polls.write-short')}
    </ButtonLink>
  )
  return (
    <Section title={t('polls.title')} id="polls" action={ask}>
      {polls.length === 0 ? (
        <p>{t('polls.none')}</p>
      ) : (
        <ItemList label={t('polls.title')} items={polls.map((line) => <Card t={t} now={now} line={line} />)} />
      )}
    </Section>
  )
}
