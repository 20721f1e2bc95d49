// Who writes it together with its author, and the question to whoever was asked.
import { countryName, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { CoAuthor } from '#trunk/co-authors.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { ButtonRow, PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { coAuthorshipEndPath, coAuthorshipPath } from '../paths.ts'
import { mayNameCoAuthors } from '../permissions.ts'
import { CoAuthorForm } from './co-author-form.tsx'

interface CoAuthorsProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly contribution: Contribution
  readonly coAuthors: readonly CoAuthor[]
}

const stateOf = (t: Translate, { joined, left }: CoAuthor): string | undefined => {
  if (left) return t('discussion.co-author-gone')
  return joined ? undefined : t('discussion.co-author-asked')
}

/** The city first: it is what stays. */
const Line = ({ t, viewer, contribution, writer }: Omit<CoAuthorsProps, 'coAuthors'> & { writer: CoAuthor }) => {
  const state = stateOf(t, writer)
  const mayEnd = mayNameCoAuthors(viewer, contribution) || viewer.person?.id === writer.personId
  return (
    <li>
      <a href={`/members/${writer.organisationSlug}`}>{writer.organisationName}</a>,{' '}
      {countryName(t.lang, writer.country)}
      {writer.name && !writer.left && (
        <>
          {' · '}
          <a href={`/people/${writer.slug}`}>{writer.name}</a>
        </>
      )}
      {state && <span class="related-why">{state}</span>}
      {mayEnd && (
        <PostButton
          action={coAuthorshipEndPath(contribution.id)}
          hidden={{ person: writer.personId }}
          tone="quiet"
          small
          label={`${t('discussion.co-author-end')}: ${(writer.left ? undefined : writer.name) ?? writer.organisationName}`}
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
              <Line t={t} viewer={viewer} contribution={contribution} writer={one} />
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
