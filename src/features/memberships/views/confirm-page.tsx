// Before an act: all that will happen, found out by trying it; and the one button that does it.
import type { Translate } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { Change } from '../membership.ts'
import { type ActName, actPath } from '../paths.ts'
import type { Subject } from '../store.ts'
import { dayIn, type NameOf } from '../words.ts'

export interface ConfirmPageProps {
  readonly t: Translate
  readonly act: ActName
  readonly title: string
  readonly subject: Subject
  readonly nameOf: NameOf
  readonly typed: Typed
  readonly sentences: readonly string[]
  readonly changes: readonly Change[]
}

const Hidden = ({ typed, changes }: Pick<ConfirmPageProps, 'typed' | 'changes'>) => (
  <>
    {Object.entries(typed)
      .filter(([name]) => name !== 'confirmed' && name !== 'expected')
      .flatMap(([name, value]) =>
        Array.isArray(value)
          ? value.map((one) => <input type="hidden" name={`${name}[]`} value={one} />)
          : [<input type="hidden" name={name} value={String(value)} />],
      )}
    <input type="hidden" name="expected" value={changes.find(({ what }) => what === 'ends')?.day ?? ''} />
    <input type="hidden" name="confirmed" value="yes" />
  </>
)

export const ConfirmPage = (props: ConfirmPageProps) => {
  const { t, act, title, subject, nameOf, sentences, changes } = props
  const losing = act === 'suspension' || changes.some(({ what }) => what === 'ends' || what === 'never')
  return (
    <>
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
              <p>{t(act === 'suspension' ? 'memberships.loses-while' : 'memberships.loses-after')}</p>
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
