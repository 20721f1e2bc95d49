// My folders, and those that are shared with me.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { Folder } from '../folder.ts'
import { bookmarksPath, folderPath } from '../paths.ts'
import { mayArrange } from '../permissions.ts'

export interface FoldersPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly folders: readonly Folder[]
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

const FolderCard = ({ t, viewer, folder }: { t: Translate; viewer: Viewer; folder: Folder }) => (
  <ItemCard
    t={t}
    headingLevel={3}
    title={folder.name}
    href={folderPath(folder.id)}
    tlp={folder.audienceKind === null ? undefined : tlpLabel(folder.audienceKind)}
    audienceName={folder.audienceName}
    meta={[
      t('bookmarks.count', { count: folder.count }),
      mayArrange(viewer, folder) ? undefined : folder.ownerName && t('bookmarks.by', { name: folder.ownerName }),
    ]}
  />
)

const NewFolder = ({ t, typed = {}, issues = [] }: FoldersPageProps) => (
  <Section title={t('bookmarks.new-folder')}>
    <Form t={t} action={bookmarksPath} label={t('bookmarks.new-folder')}>
      <TextField
        t={t}
        name="name"
        label={t('bookmarks.field-name')}
        value={typed['name']}
        issues={issues}
        maxlength={80}
        required
      />
      <ButtonRow>
        <Button icon="plus">{t('bookmarks.begin')}</Button>
      </ButtonRow>
    </Form>
  </Section>
)

const Folders = (props: { t: Translate; viewer: Viewer; title: string; folders: readonly Folder[] }) =>
  props.folders.length === 0 ? null : (
    <Section title={props.title}>
      <ItemList
        label={props.title}
        items={props.folders.map((folder) => <FolderCard t={props.t} viewer={props.viewer} folder={folder} />)}
      />
    </Section>
  )

export const FoldersPage = (props: FoldersPageProps) => {
  const { t, viewer, folders } = props
  const own = folders.filter((folder) => mayArrange(viewer, folder))
  const shared = folders.filter((folder) => !mayArrange(viewer, folder))
  return (
    <>
      <ErrorSummary t={t} issues={props.issues} />
      <PageTitle t={t} title={t('bookmarks.title')} lead={t('bookmarks.lead')} />
      <PageBody aside={<NewFolder {...props} />}>
        {folders.length === 0 && (
          <EmptyState icon="bookmark" title={t('bookmarks.none')} text={t('bookmarks.none-text')} />
        )}
        <Folders t={t} viewer={viewer} title={t('bookmarks.own')} folders={own} />
        <Folders t={t} viewer={viewer} title={t('bookmarks.shared')} folders={shared} />
      </PageBody>
    </>
  )
}
