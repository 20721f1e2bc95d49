// Wishes about a visit, for the two cities alone: what was said, which days, and what can be done next.
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { Panel, Section } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { agreementCalendarPath } from '../paths.ts'
import { mayWish } from '../permissions.ts'
import { mayAgree } from '../study-visit.ts'
import { daysIn } from './days.ts'
import { StepsLine } from './steps-line.tsx'
import { WishActs, type WishesProps, type WishProps } from './wish-acts.tsx'
import { WishForm } from './wish-form.tsx'

const stateOf = ({ t, wish }: WishProps) => {
  if (mayAgree(wish)) return { label: t('visits.state-yours'), tone: 'new' } as const
  const tones = { open: 'calm', agreed: 'done', ended: 'calm' } as const
  return { label: t(`visits.state-${wish.state}`), tone: tones[wish.state] }
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
      <StepsLine t={t} steps={wish.steps} />
      {wish.state === 'agreed' && (
        <p>
          <a href={agreementCalendarPath(wish.id)}>{t('visits.to-calendar')}</a>
        </p>
      )}
      <WishActs {...props} />
    </Panel>
  )
}

export const WishesPart = (props: WishesProps) => {
  const { t, viewer, visit, wishes } = props
  const mine = wishes.some((wish) => wish.state !== 'ended' && wish.organisationId === viewer.person?.organisationId)
  // What was typed stands there also where nobody may ask any more, so that it can be taken along.
  const typed =
    props.refused !== undefined &&
    props.refused.about === undefined &&
    visit.organisationId !== viewer.person?.organisationId
  const asks = typed || (mayWish(viewer, visit) && !visit.ended && !mine)
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
