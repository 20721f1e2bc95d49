// One entry: what it says, by what it is proved, and who wrote what when.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { Gain } from '../gain.ts'
import { editGainPath, gainRemovalPath } from '../paths.ts'
import type { GainPlace } from '../store.ts'
import { GainFacts } from './gain-facts.tsx'
import { GainHistory } from './gain-history.tsx'

export interface GainPageProps {
  readonly t: Translate
  readonly place: GainPlace
  readonly gain: Gain
  /** The first one first; the last is the entry. */
  readonly versions: readonly Gain[]
  readonly writes: boolean
}

const Acts = ({ t, gain }: GainPageProps) => (
  <ButtonRow>
    <ButtonLink href={editGainPath(gain.id)} icon="pencil">
      {t('gains.edit')}
    </ButtonLink>
    <ConfirmStep
      label={t('gains.remove')}
      icon="x"
      question={t('gains.remove-question')}
      action={gainRemovalPath(gain.id)}
      confirm={t('gains.remove-confirm')}
    />
  </ButtonRow>
)

const stateOf = (t: Translate, { removed, illustrative }: Gain) => {
  if (removed) return { label: t('gains.removed'), tone: 'danger' } as const
  return illustrative ? { label: t('gains.illustrative') } : undefined
}

export const GainPage = (props: GainPageProps) => {
  const { t, gain, place, writes } = props
  const kind = `${place.name} · ${t(`gains.kind-${gain.kind}`)}`
  const lang = gain.lang === t.lang ? {} : { lang: gain.lang }
  return (
    <>
      <PageTitle t={t} kind={kind} title={gain.title} {...lang} state={stateOf(t, gain)} />
      <PageBody>
        {gain.removed && <Notice tone="warning">{t('gains.removed-text')}</Notice>}
        {gain.illustrative && <Notice>{t('gains.illustrative-text')}</Notice>}
        <GainFacts t={t} gain={gain} />
        {writes && <Acts {...props} />}
        <GainHistory t={t} versions={props.versions} />
      </PageBody>
    </>
  )
}
