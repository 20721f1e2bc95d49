// What can be done next with a wish: agree, name other days, end it; the form that was refused stands open.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { Button } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { wishPath } from '../paths.ts'
import { mayAct, mayAgree, type StudyVisit, type Wish } from '../study-visit.ts'
import { daysIn } from './days.ts'
import { DaysFields } from './wish-form.tsx'

export interface WishesProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly visit: StudyVisit
  readonly wishes: readonly Wish[]
  readonly once: string
  /** The form that was refused, with what was typed. */
  readonly refused?: RefusedForm | undefined
}

export interface RefusedForm {
  /** Left out: a new wish. */
  readonly about?: { readonly wishId: number; readonly act: WishAct }
  readonly typed: Typed
  readonly issues: readonly Issue[]
}
/** As addresses have it. */
export type WishAct = 'proposal' | 'agreement' | 'ending'

export type WishProps = WishesProps & { readonly wish: Wish }

const refusedIn = ({ refused, wish }: WishProps, act: WishAct): RefusedForm | undefined =>
  refused?.about?.wishId === wish.id && refused.about.act === act ? refused : undefined

const Agree = (props: WishProps) => {
  const { t, visit, wish } = props
  const own = refusedIn(props, 'agreement')
  return (
    <Form
      t={t}
      action={wishPath(visit.id, wish.id, 'agreement')}
      hidden={{ once: props.once, firstDay: wish.firstDay, lastDay: wish.lastDay }}
      label={t('visits.agree')}
    >
      <TextArea
        {...{ t, name: 'text', label: t('visits.field-word'), value: own?.typed['text'], issues: own?.issues ?? [] }}
        id={own ? undefined : `agree-${wish.id}`}
        rows={2}
        maxlength={2000}
      />
      <Button tone="primary" icon="check">
        {t('visits.agree-to', { days: daysIn(t, wish) })}
      </Button>
    </Form>
  )
}

const Propose = (props: WishProps) => {
  const { t, visit, wish } = props
  const own = refusedIn(props, 'proposal')
  const typed = own?.typed ?? { firstDay: wish.firstDay, lastDay: wish.lastDay }
  return (
    <details open={own !== undefined}>
      <summary class="button button-quiet">{t('visits.propose')}</summary>
      <Form
        t={t}
        action={wishPath(visit.id, wish.id, 'proposal')}
        hidden={{ once: props.once }}
        label={t('visits.propose')}
      >
        <DaysFields {...{ t, typed, issues: own?.issues ?? [] }} prefix={own ? undefined : `wish-${wish.id}`} />
        <Button icon="send">{t('visits.propose-days')}</Button>
      </Form>
    </details>
  )
}

const End = (props: WishProps) => {
  const { t, visit, wish } = props
  const own = refusedIn(props, 'ending')
  const action = wishPath(visit.id, wish.id, 'ending')
  const reason = (
    <TextArea
      {...{ t, name: 'text', label: t('visits.field-reason'), value: own?.typed['text'], issues: own?.issues ?? [] }}
      id={own ? undefined : `end-${wish.id}`}
      rows={2}
      maxlength={2000}
      required
    />
  )
  if (own !== undefined)
    return (
      <Form t={t} action={action} hidden={{ once: props.once }} label={t('visits.end')}>
        {reason}
        <Button tone="danger">{t('visits.end-confirm')}</Button>
      </Form>
    )
  return (
    <ConfirmStep
      label={t(wish.state === 'agreed' ? 'visits.call-off' : 'visits.end')}
      question={t('visits.end-question')}
      action={action}
      hidden={{ once: props.once }}
      confirm={t('visits.end-confirm')}
    >
      {reason}
    </ConfirmStep>
  )
}

/** What was typed stays there also where it can be sent no more, so that it can be taken along. */
export const WishActs = (props: WishProps) => {
  const shows = (act: WishAct, may: boolean): boolean => may || refusedIn(props, act) !== undefined
  const acts = mayAct(props.wish)
  return (
    <>
      {shows('agreement', mayAgree(props.wish)) && <Agree {...props} />}
      {shows('proposal', acts) && <Propose {...props} />}
      {shows('ending', acts) && <End {...props} />}
    </>
  )
}
