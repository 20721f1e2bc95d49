// One folder: what lies in it, and what one may do with it.
import { type Audience, tlpLabel } from '#kernel/audience.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { PostButton } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Quote } from '#ui/quote/quote.tsx'
import type { Bookmark, Folder } from '../folder.ts'
import { folderPath, memberPath, removalPath } from '../paths.ts'
import { mayTakeOut } from '../permissions.ts'
import { FolderSteps } from './folder-steps.tsx'

export interface FolderPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly folder: Folder
  readonly page: PageOf<Bookmark & { readonly href: string; readonly kindLabel: string | undefined }>
  /** With whom it can be shared. */
  readonly circles: readonly Audience[]
  /** The whole address, for colleagues. */
  readonly address: string
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

const stateOf = (t: Translate, { state }: Bookmark) =>
  state === 'published'
    ? undefined
    : { label: t(`bookmarks.state-${state}`), tone: state === 'draft' ? ('new' as const) : ('danger' as const) }

const keptBy = (t: Translate, { addedByName, addedAt }: Bookmark): string =>
  addedByName
    ? t('bookmarks.kept-by', { name: addedByName, date: formatDate(t.lang, addedAt) })
    : t('bookmarks.kept-on', { date: formatDate(t.lang, addedAt) })

type Line = FolderPageProps['page']['items'][number]

const KeptCard = ({ t, viewer, folder, line }: Pick<FolderPageProps, 't' | 'viewer' | 'folder'> & { line: Line }) => (
  <ItemCard
    t={t}
    kind={line.kindLabel}
    title={line.title}
    href={line.href}
    lang={line.lang}
    summary={line.summary}
    tlp={line.audienceKind === null || line.audienceKind === 'public' ? undefined : tlpLabel(line.audienceKind)}
    state={stateOf(t, line)}
    city={{ name: line.organisationName, country: line.country, href: memberPath(line.organisationSlug) }}
    meta={[keptBy(t, line)]}
    action={
      <>
        {line.note && <Quote>{line.note}</Quote>}
        {mayTakeOut(viewer, folder, line.addedBy) && (
          <PostButton
            action={removalPath(folder.id)}
            hidden={{ contribution: line.contributionId, from: 'folder' }}
            tone="quiet"
            small
            label={t('bookmarks.take-out-title', { title: line.title })}
          >
            {t('bookmarks.take-out')}
          </PostButton>
        )}
      </>
    }
  />
)

export const FolderPage = (props: FolderPageProps) => {
  const { t, viewer, folder, page } = props
  return (
    <>
      <ErrorSummary t={t} issues={props.issues} />
      <PageTitle
        t={t}
        kind={t('bookmarks.folder')}
        title={folder.name}
        tlp={folder.audienceKind === null ? undefined : tlpLabel(folder.audienceKind)}
        audienceName={folder.audienceName}
        lead={t('bookmarks.count', { count: folder.count })}
      />
      <PageBody aside={<FolderSteps {...props} />}>
        {page.items.length === 0 ? (
          <EmptyState icon="bookmark" title={t('bookmarks.empty')} text={t('bookmarks.empty-text')} />
        ) : (
          <ItemList
            label={folder.name}
            items={page.items.map((line) => <KeptCard t={t} viewer={viewer} folder={folder} line={line} />)}
          />
        )}
        <Pagination t={t} page={page} href={(number) => folderPath(folder.id, number)} />
      </PageBody>
    </>
  )
}
