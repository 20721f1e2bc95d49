// The forms by which two cities go on with a wish: agree, name other days, end it.
import { Button } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { wishPath } from '../paths.ts'
import { daysIn } from './days.ts'
import type { RefusedForm, WishAct, WishProps } from './wish-acts.tsx'
import { DaysFields } from './wish-form.tsx'

export const refusedIn = ({ refused, wish }: WishProps, act: WishAct): RefusedForm | undefined =>
  refused?.about?.wishId === wish.id && refused.about.act === act ? refused : undefined

export const Agree = (props: WishProps) => {
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

export const Propose = (props: WishProps) => {
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

export const End = (props: WishProps) => {
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
