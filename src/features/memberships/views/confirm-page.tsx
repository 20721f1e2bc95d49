// Before an act: all that will happen, found out by trying it; and the one button that does it.
import type { Translate } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { type ActName, actPath } from '../paths.ts'
import type { Subject } from '../store.ts'
import { sealOf, type Told } from '../told.ts'
import { dayIn, type NameOf } from '../words.ts'

export interface ConfirmPageProps {
  readonly t: Translate
  readonly act: ActName
  readonly title: string
  readonly subject: Subject
  readonly nameOf: NameOf
  readonly typed: Typed
  readonly told: Told
  /** Goes with the yes, so that a second click is the same one. */
  readonly once: string
  /** Something happened since it was read. */
  readonly moved: boolean
}

const Hidden = ({ typed, told, once }: Pick<ConfirmPageProps, 'typed' | 'told' | 'once'>) => (
  <>
    {Object.entries(typed)
      .filter(([name]) => !['confirmed', 'once'].includes(name))
      .flatMap(([name, value]) =>
        Array.isArray(value)
          ? value.map((one) => <input type="hidden" name={`${name}[]`} value={one} />)
          : [<input type="hidden" name={name} value={String(value)} />],
      )}
    <input type="hidden" name="confirmed" value={sealOf(told)} />
    <input type="hidden" name="once" value={once} />
  </>
)

/** Whoever is suspended in a forum goes on in the network. */
const losses = ({ t, act, subject, typed }: ConfirmPageProps): string => {
  if (act !== 'suspension') return t('memberships.loses-after')
  const chosen = subject.memberships.find(({ id }) => String(id) === typed['membership'])
  return t('memberships.loses-while', { forum: chosen?.forumId == null ? 'no' : 'yes' })
}

export const ConfirmPage = (props: ConfirmPageProps) => {
  const { t, act, title, subject, nameOf, moved } = props
  const { sentences, changes } = props.told
  const losing = act === 'suspension' || changes.some(({ what }) => what === 'ends' || what === 'never')
  return (
    <>
      <ErrorSummary t={t} issues={moved ? [{ field: '', message: 'memberships.moved' }] : []} />
      <PageTitle t={t} title={title} />
      <PageBody>
        <Section title={t('memberships.will-happen')}>
          <ul>
            {sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
            {changes.map(({ name, forumId, what, day }) => (
              <li>{t(`memberships.will-${what}`, { name, of: nameOf(forumId), day: dayIn(t, day) })}</li>
            ))}
          </ul>
          {losing && (
            <Notice tone="warning">
              <p>{losses(props)}</p>
            </Notice>
          )}
        </Section>
        <Form t={t} action={actPath(subject.slug, act)} label={title}>
          <Hidden {...props} />
          <ButtonRow>
            <Button tone="primary">{t(`memberships.confirm-${act}`)}</Button>
            <ButtonLink href={actPath(subject.slug, act)}>{t('memberships.back')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
