// Which cities a poll asks, by country.
import { tlpLabel } from '#kernel/audience.ts'
import { countryName, type Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { memberPath } from '../../members/public.ts'
import { type Room, RoomNotes, roomClass } from '../../rooms/public.tsx'
import { pollPath } from '../paths.ts'
import type { Poll } from '../poll.ts'
import type { AskedCity } from '../store-asked.ts'

export interface AskedPageProps {
  readonly t: Translate
  readonly poll: Poll
  /** In which it was asked. */
  readonly room: Room | undefined
  readonly cities: readonly AskedCity[]
}

/** To whom it was narrowed down, in words; empty where to nobody. */
export const narrowedTo = (t: Translate, { countries, sizes }: Pick<Poll, 'countries' | 'sizes'>): string =>
  [...sizes.map((key) => t(`members.size-${key}`)), ...countries.map((code) => countryName(t.lang, code))].join(', ')

const Names = ({ cities }: Pick<AskedPageProps, 'cities'>) => (
  <>
    {cities.map(({ name, slug }, place) => (
      <>
        {place > 0 && ', '}
        <a href={memberPath(slug)}>{name}</a>
      </>
    ))}
  </>
)

export const AskedPage = ({ t, poll, room, cities }: AskedPageProps) => (
  <article class={roomClass(room)}>
    <PageTitle
      t={t}
      kind={t('polls.who-is-asked')}
      title={poll.title}
      lang={poll.lang}
      tlp={tlpLabel(poll.audienceKind)}
      audienceName={room?.name}
      lead={t('polls.all-asked', { count: cities.length })}
      action={<ButtonLink href={pollPath(poll.id, poll.title)}>{t('polls.to-the-poll')}</ButtonLink>}
    />
    <PageBody>
      <RoomNotes t={t} room={room} />
      <FactsList
        facts={[
          { term: t('polls.fact-narrowed'), value: narrowedTo(t, poll) },
          ...[...Map.groupBy(cities, ({ country }) => country)].map(([country, found]) => ({
            term: countryName(t.lang, country),
            value: <Names cities={found} />,
          })),
        ]}
      />
    </PageBody>
  </article>
)
