// Below a question that was asked as a member city: what the asker can do about it, and every look behind it.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { Lifting, Veil } from '#trunk/veils.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { tellPath, veilPath } from '../paths.ts'

export interface VeilNoteProps {
  readonly t: Translate
  readonly id: number
  readonly veil: Veil | undefined
  readonly liftings: readonly Lifting[]
  /** The viewer asked it. */
  readonly own: boolean
  /** The viewer works in the office that answers for it. */
  readonly answers: boolean
}

export const Looks = ({ t, liftings }: Pick<VeilNoteProps, 't' | 'liftings'>) =>
  liftings.length === 0 ? null : (
    <>
      <p>{t('veils.looks')}</p>
      <ul>
        {liftings.map(({ at, personName, organisationName, reason }) => (
          <li>
            {t('veils.look', {
              when: formatMoment(t.lang, at),
              name: personName ?? t('veils.somebody'),
              office: organisationName,
              reason,
            })}
          </li>
        ))}
      </ul>
    </>
  )

const Own = ({ t, id, veil }: VeilNoteProps) => {
  const knows = veil?.coordinatorKnows === true
  return (
    <>
      <p>{t(knows ? 'veils.own-told' : 'veils.own-untold')}</p>
      <PostButton action={tellPath(id)} hidden={knows ? {} : { told: 'yes' }} small>
        {t(knows ? 'veils.untell' : 'veils.tell')}
      </PostButton>
    </>
  )
}

export const VeilNote = (props: VeilNoteProps) => {
  const { t, id, veil, own, answers } = props
  const who = veil && { name: veil.personName, city: veil.organisationName }
  return (
    <Notice tone="info" title={t(own ? 'veils.own-title' : 'veils.others-title')}>
      {own ? <Own {...props} /> : who && <p>{t('veils.asked-by', who)}</p>}
      <Looks {...props} />
      {answers && who === undefined && (
        <ButtonLink href={veilPath(id)} small>
          {t('veils.look-behind')}
        </ButtonLink>
      )}
    </Notice>
  )
}
