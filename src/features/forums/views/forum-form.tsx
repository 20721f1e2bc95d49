// What offices change about a forum.
import { languageChoices, languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { forumName } from '../../members/public.ts'
import { type ForumInTree, rules } from '../forum.ts'
import { forumEditPath, forumPath } from '../paths.ts'

export interface ForumFormProps {
  readonly t: Translate
  readonly forum: ForumInTree
  readonly others: readonly ForumInTree[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Whether this viewer decides about the rule and the place in the tree. */
  readonly decides: boolean
}

const Binding = ({ t, others, typed, issues }: ForumFormProps) => (
  <>
    <ChoiceField
      t={t}
      name="rule"
      label={t('forums.rule')}
      hint={t('forums.rule-hint')}
      value={typed['rule']}
      issues={issues}
      choices={rules.map((rule) => ({ value: rule, label: t(`forums.rule-${rule}`) }))}
      required
    />
    <SelectField
      t={t}
      name="parent"
      label={t('forums.part-of')}
      value={typed['parent']}
      issues={issues}
      empty={t('forums.the-network')}
      options={others.map((one) => ({ value: String(one.id), label: forumName(one, t.lang) }))}
    />
  </>
)

const Own = ({ t, typed, issues }: ForumFormProps) => (
  <>
    {languages.map((lang) => (
      <TextField
        t={t}
        name={`name-${lang}`}
        label={t('forums.name-in', { language: languageName(t.lang, lang) })}
        value={typed[`name-${lang}`]}
        issues={issues}
        maxlength={80}
      />
    ))}
    <CheckList
      t={t}
      name="languages[]"
      label={t('forums.languages')}
      values={typed['languages']}
      issues={issues}
      choices={languageChoices(t.lang, languages)}
    />
    <TextField
      t={t}
      name="noticeMonths"
      label={t('forums.notice')}
      hint={t('forums.notice-hint')}
      value={typed['noticeMonths']}
      issues={issues}
      inputmode="numeric"
      required
    />
  </>
)

export const ForumForm = (props: ForumFormProps) => {
  const { t, forum, issues, decides } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={forumName(forum, t.lang)} title={t('forums.change')} />
      <PageBody>
        <Form
          t={t}
          action={forumEditPath(forum.slug)}
          label={t('forums.change')}
          hidden={{ revision: String(forum.revision) }}
        >
          <Own {...props} />
          {decides && <Binding {...props} />}
          <ButtonRow>
            <Button tone="primary">{t('forums.save')}</Button>
            <ButtonLink href={forumPath(forum.slug)}>{t('forums.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
