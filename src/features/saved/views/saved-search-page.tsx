// One saved search: its name, and how often a mail tells of what is new.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Stack } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { deletionPath, runPath, savedSearchPath } from '../paths.ts'
import { longestName, rhythms, type SavedSearch } from '../saved-search.ts'

export interface SavedSearchPageProps {
  readonly t: Translate
  readonly search: SavedSearch
  /** Its words and filters, in words. */
  readonly asks: readonly string[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const SearchForm = ({ t, search, typed, issues }: SavedSearchPageProps) => (
  <Form t={t} action={savedSearchPath(search.id)} label={t('saved.one')}>
    <TextField
      t={t}
      name="name"
      label={t('saved.field-name')}
      value={typed['name'] ?? search.name}
      issues={issues}
      maxlength={longestName}
      required
    />
    <ChoiceField
      t={t}
      name="rhythm"
      label={t('saved.question-rhythm')}
      hint={t('saved.hint-rhythm')}
      value={typed['rhythm'] ?? search.rhythm}
      issues={issues}
      choices={rhythms.map((value) => ({
        value,
        label: t(`saved.rhythm-${value}`),
        hint: t(`saved.rhythm-${value}-hint`),
      }))}
      required
    />
    <ButtonRow>
      <Button tone="primary" icon="check">
        {t('saved.keep')}
      </Button>
      <ButtonLink href={runPath(search)} icon="search">
        {t('saved.run')}
      </ButtonLink>
    </ButtonRow>
  </Form>
)

export const SavedSearchPage = (props: SavedSearchPageProps) => {
  const { t, search, asks, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={t('saved.one')} title={search.name} lead={asks.join(' · ')} />
      <PageBody>
        <Stack>
          <SearchForm {...props} />
          <ConfirmStep
            label={t('saved.delete')}
            icon="trash-2"
            question={t('saved.delete-question', { name: search.name })}
            action={deletionPath(search.id)}
            confirm={t('saved.delete-confirm')}
          />
        </Stack>
      </PageBody>
    </>
  )
}
