// Where it comes from, as far as the viewer may know: a practice, one that its city withdrew, or one that is not shared with them.
import type { Translate } from '#kernel/locale.ts'
import { practicePath } from '../../practices/public.ts'
import type { Adoption } from '../adoption.ts'
import { adoptionPath, lineagePath } from '../paths.ts'

export const OriginNote = ({ t, adoption: { origin, parent } }: { t: Translate; adoption: Adoption }) => (
  <div class="adoption-origin">
    {origin.known === 'shown' ? (
      <p>
        {t('adoptions.takes-up', { city: origin.organisationName })}{' '}
        <a href={practicePath(origin.id, origin.title)} lang={origin.lang}>
          {origin.title}
        </a>
      </p>
    ) : (
      <p>{t(`adoptions.origin-${origin.known}`)}</p>
    )}
    {parent && (
      <p>
        {t('adoptions.taken-from', { city: parent.organisationName })}{' '}
        <a href={adoptionPath(parent.id, parent.title)}>{parent.title}</a>
      </p>
    )}
    {origin.known === 'shown' && <a href={lineagePath(origin.id)}>{t('adoptions.see-lineage')}</a>}
  </div>
)
