// "Keep" among the buttons of a contribution: one click the first time, then a small window with one's folders.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonRow, PostButton } from '#ui/button/button.tsx'
import { Dialog, DialogButton } from '#ui/dialog/dialog.tsx'
import { Stack } from '#ui/page/page.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import type { Place } from '../folder.ts'
import { folderPath, keepPath, removalPath } from '../paths.ts'
import { mayTakeOut } from '../permissions.ts'
import { KeepForm } from './keep-form.tsx'

export interface KeepProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly contributionId: number
  readonly places: readonly Place[]
}

const KeptIn = ({ t, viewer, contributionId, place }: Omit<KeepProps, 'places'> & { readonly place: Place }) => (
  <li>
    <ButtonRow>
      <a href={folderPath(place.id)}>{place.name}</a>
      {place.audienceKind && <TlpLabel t={t} label={tlpLabel(place.audienceKind)} audienceName={place.audienceName} />}
      {place.addedBy !== null && mayTakeOut(viewer, place, place.addedBy) && (
        <PostButton
          action={removalPath(place.id)}
          hidden={{ contribution: contributionId, from: 'thing' }}
          tone="quiet"
          small
          label={t('bookmarks.take-out-of', { name: place.name })}
        >
          {t('bookmarks.take-out')}
        </PostButton>
      )}
    </ButtonRow>
  </li>
)

export const Keep = ({ t, viewer, contributionId, places }: KeepProps) => {
  if (places.length === 0)
    return (
      <PostButton action={keepPath(contributionId)} icon="bookmark">
        {t('bookmarks.keep')}
      </PostButton>
    )
  const kept = places.filter(({ addedBy }) => addedBy !== null)
  const free = places.filter(({ addedBy }) => addedBy === null)
  return (
    <>
      <DialogButton dialog="keep" icon={kept.length > 0 ? 'check' : 'bookmark'}>
        {t(kept.length > 0 ? 'bookmarks.kept' : 'bookmarks.keep')}
      </DialogButton>
      <Dialog t={t} id="keep" title={t('bookmarks.keep-title')}>
        <Stack>
          {kept.length > 0 && (
            <ul aria-label={t('bookmarks.kept-in')}>
              {kept.map((place) => (
                <KeptIn t={t} viewer={viewer} contributionId={contributionId} place={place} />
              ))}
            </ul>
          )}
          <KeepForm t={t} contributionId={contributionId} places={free} another={kept.length > 0} prefix="keep-" />
        </Stack>
      </Dialog>
    </>
  )
}
