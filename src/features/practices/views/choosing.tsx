// Choosing what to compare: a tick on each card, and one bar below the list that goes with the reader once something is chosen.
import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { mostCompared } from '../comparison.ts'
import { comparePath } from '../paths.ts'
import type { ChosenPractice } from '../store-comparing.ts'

const formId = 'compare'

/** The tick on a card; it belongs to the form below the list. */
export const Choice = (props: { t: Translate; id: number; title: string; checked: boolean }) => {
  const { t, id, title, checked } = props
  return (
    <label class="compare-choice">
      <input type="checkbox" name="practice" value={String(id)} form={formId} checked={checked} data-choice="" />
      <span aria-hidden="true">{t('practices.compare')}</span>
      <span class="visually-hidden">{t('practices.compare-this', { title })}</span>
    </label>
  )
}

/** Chosen on another page of the list: still there, and to be unticked. */
const Kept = ({ t, chosen }: { t: Translate; chosen: ChosenPractice }) => (
  <li>
    <label class="compare-choice">
      <input type="checkbox" name="practice" value={String(chosen.id)} checked data-choice="" />
      <span lang={chosen.lang === t.lang ? undefined : chosen.lang}>{chosen.title}</span>
    </label>
  </li>
)

const counts = Array.from({ length: mostCompared }, (_, index) => index + 1)

export const ChoosingBar = (props: { t: Translate; kept: readonly ChosenPractice[] }) => {
  const { t, kept } = props
  return (
    <form class="compare-bar" id={formId} method="get" action={comparePath} aria-label={t('practices.compare')}>
      {kept.length > 0 && (
        <ul class="compare-kept">
          {kept.map((chosen) => (
            <Kept t={t} chosen={chosen} />
          ))}
        </ul>
      )}
      <p class="compare-count" role="status" data-choice-count="" />
      {counts.map((count) => (
        <template data-choice-said={String(count)}>{t('practices.compare-count', { count })}</template>
      ))}
      <template data-choice-said="more">{t('practices.compare-too-many-chosen')}</template>
      <Button>{t('practices.compare-go')}</Button>
    </form>
  )
}
