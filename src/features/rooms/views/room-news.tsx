// On the home page: where others wrote in one's rooms.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { roomsPath } from '../paths.ts'
import type { NewsLine } from '../store-threads.ts'

export type ShownNews = NewsLine & { readonly href: string; readonly fresh: boolean }

const Line = ({ t, line }: { t: Translate; line: ShownNews }) => (
  <ItemCard
    t={t}
    headingLevel={3}
    kind={line.roomName}
    title={line.title}
    lang={line.lang}
    href={line.href}
    state={line.fresh ? { label: t('rooms.new'), tone: 'new' } : undefined}
    meta={[t('rooms.replies', { count: line.replies }), t('rooms.last', { when: formatMoment(t.lang, line.at) })]}
  />
)

export const RoomNews = ({ t, lines }: { readonly t: Translate; readonly lines: readonly ShownNews[] }) => (
  <Section title={t('rooms.news')} action={<a href={roomsPath}>{t('rooms.all')}</a>}>
    <ItemList label={t('rooms.news')} items={lines.map((line) => <Line t={t} line={line} />)} />
  </Section>
)
