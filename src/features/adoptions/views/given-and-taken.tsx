// On the page of a city: its practices that others took up, each with the way to its lineage, and what it took up from others.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { practicePath } from '../../practices/public.ts'
import { adoptionPath, lineagePath } from '../paths.ts'
import type { Given, Taken } from '../store-members.ts'
import { stageMark } from './course.ts'

export interface GivenAndTakenProps {
  readonly t: Translate
  readonly given: readonly Given[]
  readonly taken: readonly Taken[]
}

interface LineProps {
  readonly t: Translate
  readonly of: { readonly title: string; readonly lang: string; readonly demonstration: boolean }
  readonly href: string
  readonly children: Child
}

const Line = ({ t, of, href, children }: LineProps) => (
  <li>
    <a href={href} lang={of.lang === t.lang ? undefined : of.lang}>
      {of.title}
    </a>
    <p class="adopter-line city-line">
      {children}
      {of.demonstration && <StateMark label={t('adoptions.demonstration')} tone="new" />}
    </p>
  </li>
)

const GivenList = ({ t, given }: GivenAndTakenProps) => (
  <Section title={t('adoptions.city-gave')}>
    <ul class="related">
      {given.map((one) => (
        <Line t={t} of={one} href={practicePath(one.id, one.title)}>
          <a href={lineagePath(one.id)}>{t('adoptions.city-gave-count', { count: one.count })}</a>
        </Line>
      ))}
    </ul>
  </Section>
)

const TakenList = ({ t, taken }: GivenAndTakenProps) => (
  <Section title={t('adoptions.city-took')}>
    <ul class="related">
      {taken.map((one) => (
        <Line t={t} of={one} href={adoptionPath(one.id, one.title)}>
          <StateMark {...stageMark(t, one)} />
          {one.fromCity && <span>{t('adoptions.city-took-from', { city: one.fromCity })}</span>}
        </Line>
      ))}
    </ul>
  </Section>
)

export const GivenAndTaken = (props: GivenAndTakenProps) => (
  <>
    {props.given.length > 0 && <GivenList {...props} />}
    {props.taken.length > 0 && <TakenList {...props} />}
  </>
)
