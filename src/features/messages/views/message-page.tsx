// What two persons said to each other, and why a further word may not be delivered.
import type { Translate } from '#kernel/locale.ts'
import { ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import type { SharedParts } from '../../discussion/public.tsx'
import type { Message } from '../message.ts'
import { blocksPath, memberPath, messageDonePath, personPath } from '../paths.ts'
import { OwnHindranceNote } from './own-hindrance.tsx'

export interface MessagePageProps {
  readonly t: Translate
  readonly message: Message
  readonly shared: SharedParts
}

const With = ({ t, message: { other } }: MessagePageProps) =>
  other === undefined ? (
    <p>{t('messages.somebody')}</p>
  ) : (
    <PersonLine
      name={other.name}
      href={other.left ? undefined : personPath(other.slug)}
      memberName={other.organisationName}
      memberHref={memberPath(other.organisationSlug)}
    />
  )

const Actions = ({ t, message: { id, other, waiting, hindrance }, shared }: MessagePageProps) => (
  <ButtonRow>
    {waiting && (
      <PostButton action={messageDonePath(id)} icon="check">
        {t('messages.put-away')}
      </PostButton>
    )}
    {shared.beside.tools}
    {other !== undefined && !other.left && hindrance !== 'blocked' && (
      <ConfirmStep
        label={t('messages.block')}
        question={t('messages.block-question', { name: other.name })}
        action={blocksPath}
        hidden={{ whom: other.slug }}
        confirm={t('messages.block-confirm', { name: other.name })}
      />
    )}
  </ButtonRow>
)

/** One's own reasons are named; the other's are not told apart. */
const Closed = ({ t, message: { other, closed, hindrance } }: MessagePageProps) => {
  if (!closed || other === undefined) return null
  if (hindrance !== undefined) return <OwnHindranceNote t={t} hindrance={hindrance} other={other} />
  const { name, organisationName, organisationSlug } = other
  return (
    <Notice tone="warning" title={other.left ? t('messages.left', { name }) : t('messages.undeliverable-here')}>
      <p>{t('messages.other-way')}</p>
      <p>
        <a href={memberPath(organisationSlug)}>{organisationName}</a>
      </p>
    </Notice>
  )
}

export const MessagePage = (props: MessagePageProps) => {
  const { t, message, shared } = props
  return (
    <article>
      <PageTitle
        t={t}
        kind={t('messages.one')}
        title={message.title}
        lang={message.lang}
        tlp="TLP:RED"
        facts={<With {...props} />}
        action={<Actions {...props} />}
      />
      <PageBody aside={[shared.visibility, ...shared.beside.aside]}>
        <Closed {...props} />
        {shared.beside.below}
        {shared.discussion}
      </PageBody>
    </article>
  )
}
