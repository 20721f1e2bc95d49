// Where somebody works who has a duty towards others, and what waits for them there.
import type { Translate } from '#kernel/locale.ts'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageTitle } from '#ui/page/page.tsx'

export interface ShownPlace {
  readonly label: string
  readonly about: string
  readonly href: string
  readonly waiting: number
}

export interface DeskPageProps {
  readonly t: Translate
  readonly title: string
  readonly lead: string
  readonly places: readonly ShownPlace[]
}

export const DeskPage = ({ t, title, lead, places }: DeskPageProps) => (
  <>
    <PageTitle t={t} title={title} lead={lead} />
    <ItemList
      label={title}
      items={places.map(({ label, about, href, waiting }) => (
        <ItemCard
          t={t}
          title={label}
          href={href}
          summary={about}
          state={waiting > 0 ? { label: t('desk.waiting', { count: waiting }), tone: 'new' } : undefined}
        />
      ))}
    />
  </>
)
