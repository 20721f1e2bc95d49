// Who writes it together with its author, the question to whoever was asked, and the field to ask somebody.
import { countryName, type Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { CoAuthor } from '#trunk/co-authors.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { coAuthorshipEndPath, coAuthorshipPath, coAuthorsPath } from '../paths.ts'
import { mayNameCoAuthors } from '../permissions.ts'

interface CoAuthorsProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly contribution: Contribution
  readonly coAuthors: readonly CoAuthor[]
}

export const CoAuthorForm = (props: {
  readonly t: Translate
  readonly contributionId: number
  readonly name?: string
  readonly issues?: readonly Issue[]
}) => {
  const { t, contributionId, name = '', issues = [] } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <Form t={t} action={coAuthorsPath(contributionId)} label={t('discussion.co-author-invite')}>
        <TextField
          t={t}
          name="name"
          id="co-author"
          label={t('discussion.co-author-field')}
          hint={t('discussion.co-author-hint')}
          value={name}
          issues={issues}
          maxlength={200}
          required
        />
        <ButtonRow>
          <Button icon="send">{t('discussion.co-author-ask')}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

const stateOf = (t: Translate, { joined, left }: CoAuthor): string | undefined => {
  if (left) return t('discussion.co-author-gone')
  return joined ? undefined : t('discussion.co-author-asked')
}

/** The city first: it is what stays. */
const Line = ({ t, viewer, contribution, one }: Omit<CoAuthorsProps, 'coAuthors'> & { one: CoAuthor }) => {
  const state = stateOf(t, one)
  const mayEnd = mayNameCoAuthors(viewer, contribution) || viewer.person?.id === one.personId
  return (
    <li>
      <a href={`/members/${one.organisationSlug}`}>{one.organisationName}</a>, {countryName(t.lang, one.country)}
      {one.name && !one.left && (
        <>
          {' · '}
          <a href={`/people/${one.slug}`}>{one.name}</a>
        </>
      )}
      {state && <span class="related-why">{state}</span>}
      {mayEnd && (
        <PostButton
          action={coAuthorshipEndPath(contribution.id)}
          hidden={{ person: one.personId }}
          tone="quiet"
          small
          label={`${t('discussion.co-author-end')}: ${(one.left ? undefined : one.name) ?? one.organisationName}`}
        >
          {t('discussion.co-author-end')}
        </PostButton>
      )}
    </li>
  )
}

export const CoAuthors = (props: CoAuthorsProps) => {
  const { t, viewer, contribution, coAuthors } = props
  const may = mayNameCoAuthors(viewer, contribution)
  return (
    <>
      {coAuthors.length > 0 && (
        <Section title={t('discussion.co-authors')} level={3}>
          <ul class="related">
            {coAuthors.map((one) => (
              <Line t={t} viewer={viewer} contribution={contribution} one={one} />
            ))}
          </ul>
        </Section>
      )}
      {may && (
        <details class="co-author-asking">
          <summary>{t('discussion.co-author-invite')}</summary>
          <CoAuthorForm t={t} contributionId={contribution.id} />
        </details>
      )}
    </>
  )
}

/** Above the text, for whoever was asked and has not answered. */
export const CoAuthorQuestion = ({ t, viewer, contribution, coAuthors }: CoAuthorsProps) => {
  const asked = coAuthors.some(({ personId, joined }) => personId === viewer.person?.id && !joined)
  if (!asked || contribution.state === 'withdrawn') return null
  return (
    <Notice tone="info" title={t('discussion.co-author-invited', { city: contribution.organisationName })}>
      <p>{t('discussion.co-author-invited-text')}</p>
      <ButtonRow>
        <PostButton action={coAuthorshipPath(contribution.id)} icon="check">
          {t('discussion.co-author-join')}
        </PostButton>
        <PostButton action={coAuthorshipEndPath(contribution.id)} tone="quiet">
          {t('discussion.co-author-decline')}
        </PostButton>
      </ButtonRow>
    </Notice>
  )
}
