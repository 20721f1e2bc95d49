// The documents of a room: each with its current version.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { inRoom } from '../../rooms/public.tsx'
import type { DocumentLine } from '../document.ts'
import { documentPath } from '../paths.ts'

const Card = ({ t, line }: { t: Translate; line: DocumentLine }) => (
  <ItemCard
    t={t}
    headingLevel={3}
    title={line.title}
    lang={line.lang}
    href={documentPath(line.id, line.title)}
    meta={[t('documents.version', { number: line.versions }), formatDate(t.lang, line.at), line.fileName]}
  />
)

export interface DocumentListProps {
  readonly t: Translate
  readonly roomId: number
  readonly writable: boolean
  readonly documents: readonly DocumentLine[]
}

export const DocumentList = ({ t, roomId, writable, documents }: DocumentListProps) => {
  const add = writable && (
    <ButtonLink href={inRoom(roomId, 'documents/new')} icon="upload" small>
      {t('documents.add')}
    </ButtonLink>
  )
  return (
    <Section title={t('documents.title')} id="documents" action={add}>
      {documents.length === 0 ? (
        <p>{t('documents.none')}</p>
      ) : (
        <ItemList label={t('documents.title')} items={documents.map((line) => <Card t={t} line={line} />)} />
      )}
    </Section>
  )
}
