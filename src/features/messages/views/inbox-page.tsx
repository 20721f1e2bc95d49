// One's own messages, the newest word first, with a search of their own: the search of the network does not know them.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { MessageLine } from '../message.ts'
import { messagePath, messagesPath, peoplePath } from '../paths.ts'
import type { Closings } from '../store-blocks.ts'
import { ClosingsPart } from './closings.tsx'
import { withName } from './with-name.ts'

export interface InboxPageProps {
  readonly t: Translate
  readonly q: string
  readonly page: PageOf<MessageLine>
  readonly closings: Closings
}

const MessageCard = ({ t, line }: { readonly t: Translate; readonly line: MessageLine }) => (
  <ItemCard
    t={t}
    title={line.title}
    lang={line.lang}
    href={messagePath(line.id, line.title)}
    state={line.waiting ? { label: t('messages.waits'), tone: 'new' } : undefined}
    meta={[
      withName(t, line),
      t('messages.said', { count: line.words }),
      t('messages.last', { when: formatMoment(t.lang, line.at) }),
    ]}
  />
)

const Search = ({ t, q }: Pick<InboxPageProps, 't' | 'q'>) => (
  <Form t={t} action={messagesPath} method="get" label={t('messages.search')} inline>
    <TextField t={t} name="q" label={t('messages.search')} value={q} issues={[]} maxlength={100} required />
    <Button icon="search">{t('messages.search-go')}</Button>
  </Form>
)

const Empty = ({ t, q }: Pick<InboxPageProps, 't' | 'q'>) =>
  q === '' ? (
    <EmptyState
      icon="mail"
      title={t('messages.none')}
      text={t('messages.none-text')}
      action={<ButtonLink href={peoplePath}>{t('messages.to-people')}</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon="mail"
      title={t('messages.none-found')}
      action={<ButtonLink href={messagesPath}>{t('messages.all')}</ButtonLink>}
    />
  )

export const InboxPage = ({ t, q, page, closings }: InboxPageProps) => (
  <>
    <PageTitle t={t} title={t('messages.title')} lead={t('messages.lead')} tlp="TLP:RED" />
    <PageBody aside={<ClosingsPart t={t} closings={closings} />}>
      {(page.total > 0 || q !== '') && <Search t={t} q={q} />}
      {page.items.length === 0 ? (
        <Empty t={t} q={q} />
      ) : (
        <ItemList label={t('messages.title')} items={page.items.map((line) => <MessageCard t={t} line={line} />)} />
      )}
      <Pagination
        t={t}
        page={page}
        href={(number) =>
          `${messagesPath}?${new URLSearchParams({ ...(q === '' ? {} : { q }), page: String(number) })}`
        }
      />
    </PageBody>
  </>
)
