// Wishes about a visit, for the two cities alone: what was said, which days, and what can be done next.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { Button } from '#ui/button/button.tsx'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { Panel, Section } from '#ui/page/page.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { wishPath } from '../paths.ts'
import { mayWish } from '../permissions.ts'
import { mayAct, mayAgree, type StudyVisit, type Wish } from '../study-visit.ts'
import { daysIn } from './days.ts'
import { DaysFields, WishForm } from './wish-form.tsx'

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

type WishProps = WishesProps & { readonly wish: Wish }

const refusedIn = ({ refused, wish }: WishProps, act: WishAct): RefusedForm | undefined =>
  refused?.about?.wishId === wish.id && refused.about.act === act ? refused : undefined

const stateOf = ({ t, wish }: WishProps) => {
  if (mayAgree(wish)) return { label: t('visits.state-yours'), tone: 'new' } as const
  const tones = { open: 'calm', agreed: 'done', ended: 'calm' } as const
  return { label: t(`visits.state-${wish.state}`), tone: tones[wish.state] }
}

const Agree = (props: WishProps) => {
  const { t, visit, wish } = props
  const own = refusedIn(props, 'agreement')
  return (
    <Form
      t={t}
      action={wishPath(visit.id, wish.id, 'agreement')}
      hidden={{ firstDay: wish.firstDay, lastDay: wish.lastDay }}
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
      <Form t={t} action={wishPath(visit.id, wish.id, 'proposal')} label={t('visits.propose')}>
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
      <Form t={t} action={action} label={t('visits.end')}>
        {reason}
        <Button tone="danger">{t('visits.end-confirm')}</Button>
      </Form>
    )
  return (
    <ConfirmStep
      label={t(wish.state === 'agreed' ? 'visits.call-off' : 'visits.end')}
      question={t('visits.end-question')}
      action={action}
      confirm={t('visits.end-confirm')}
    >
      {reason}
    </ConfirmStep>
  )
}

const OneWish = (props: WishProps) => {
  const { t, wish } = props
  return (
    <Panel>
      <p>
        <StateMark {...stateOf(props)} />
      </p>
      <h3>{daysIn(t, wish)}</h3>
      <CityBadge t={t} name={wish.organisationName} country={wish.country} href={`/members/${wish.organisationSlug}`} />
      <p>{[wish.personName, t('visits.count', { people: wish.people })].filter(Boolean).join(' · ')}</p>
      <Timeline
        t={t}
        label={t('visits.steps')}
        entries={wish.steps.map((step) => ({
          when: formatMoment(t.lang, step.at),
          title: t(`visits.step-${step.act}`, { city: step.organisationName, days: daysIn(t, step) }),
          text: step.text && <PlainText text={step.text} />,
        }))}
      />
      {mayAgree(wish) && <Agree {...props} />}
      {mayAct(wish) && (
        <>
          <Propose {...props} />
          <End {...props} />
        </>
      )}
    </Panel>
  )
}

export const WishesPart = (props: WishesProps) => {
  const { t, viewer, visit, wishes } = props
  const mine = wishes.some((wish) => wish.state !== 'ended' && wish.organisationId === viewer.person?.organisationId)
  const asks = mayWish(viewer, visit) && !visit.ended && !mine
  if (wishes.length === 0 && !asks) return null
  return (
    <Section title={t('visits.wishes')} id="wishes">
      {wishes.length > 0 && <p>{t('visits.between')}</p>}
      {wishes.map((wish) => (
        <OneWish {...props} wish={wish} />
      ))}
      {asks && <WishForm {...props} />}
    </Section>
  )
}
