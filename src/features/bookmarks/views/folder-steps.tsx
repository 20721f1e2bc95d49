// What one can do with a folder: see whose it is, rename, share, hand out its address, take it over, delete it.
import type { Audience } from '#kernel/audience.ts'
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { Button, PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { folderAudiencePath, folderDeletionPath, folderOwnershipPath, folderPath } from '../paths.ts'
import { mayArrange, mayTakeOver } from '../permissions.ts'
import type { FolderPageProps } from './folder-page.tsx'

const circleLabel = (t: Translate, { id, kind, name }: Audience): string =>
  t('bookmarks.circle', { name: name ?? t('bookmarks.room', { number: id }), label: tlpLabel(kind) })

const Rename = ({ t, folder, typed = {}, issues }: FolderPageProps) => (
  <Section title={t('bookmarks.rename')} level={3}>
    <Form t={t} action={folderPath(folder.id)} label={t('bookmarks.rename')}>
      <TextField
        t={t}
        name="name"
        label={t('bookmarks.field-name')}
        value={typed['name'] ?? folder.name}
        issues={issues}
        maxlength={80}
        required
      />
      <Button>{t('bookmarks.save-name')}</Button>
    </Form>
  </Section>
)

const Sharing = ({ t, folder, circles, typed = {}, issues }: FolderPageProps) => (
  <Section title={t('bookmarks.sharing')} level={3}>
    <p>{t('bookmarks.never-widens')}</p>
    <Form t={t} action={folderAudiencePath(folder.id)} label={t('bookmarks.sharing')}>
      <SelectField
        t={t}
        name="audience"
        label={t('bookmarks.field-audience')}
        hint={t(folder.audienceId === null ? 'bookmarks.hint-share' : 'bookmarks.hint-move')}
        value={typed['audience'] ?? folder.audienceId}
        issues={issues}
        empty={t('bookmarks.mine-alone')}
        options={circles.map((circle) => ({ value: String(circle.id), label: circleLabel(t, circle) }))}
        required
      />
      <Button>{t('bookmarks.share')}</Button>
    </Form>
  </Section>
)

const Address = ({ t, address }: Pick<FolderPageProps, 't' | 'address'>) => (
  <Section title={t('bookmarks.address')} level={3}>
    <p>{t('bookmarks.address-text')}</p>
    <p>
      <a href={address}>{address}</a>
    </p>
  </Section>
)

const Shared = ({ t, viewer, folder }: FolderPageProps) => (
  <>
    {folder.ownerName && folder.ownerIsThere && <p>{t('bookmarks.by', { name: folder.ownerName })}</p>}
    <p>{t('bookmarks.all-may-add')}</p>
    <p>{t('bookmarks.never-widens')}</p>
    {mayTakeOver(viewer, folder) && (
      <>
        <p>{t('bookmarks.owner-gone')}</p>
        <PostButton action={folderOwnershipPath(folder.id)}>{t('bookmarks.take-over')}</PostButton>
      </>
    )}
  </>
)

export const FolderSteps = (props: FolderPageProps) => {
  const { t, viewer, folder } = props
  if (!mayArrange(viewer, folder)) return <Shared {...props} />
  return (
    <>
      <Sharing {...props} />
      {folder.audienceId !== null && <Address {...props} />}
      <Rename {...props} />
      <ConfirmStep
        label={t('bookmarks.delete')}
        icon="trash-2"
        question={t(folder.audienceId === null ? 'bookmarks.delete-question' : 'bookmarks.delete-shared-question')}
        action={folderDeletionPath(folder.id)}
        confirm={t('bookmarks.delete-confirm')}
      />
    </>
  )
}
