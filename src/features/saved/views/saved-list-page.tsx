// My saved searches: what each asks for, what is new in it, and how often a mail tells of it.
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { searchPath } from '../../search/public.ts'
import { deletionPath, rhythmPath, runPath, savedSearchPath } from '../paths.ts'
import { type ListedSearch, rhythms } from '../saved-search.ts'

type Line = ListedSearch & { readonly asks: readonly string[] }

export interface SavedListPageProps {
  readonly t: Translate
  readonly searches: readonly Line[]
  readonly issues: readonly Issue[]
}

const RhythmForm = ({ t, line }: { t: Translate; line: Line }) => (
  <Form t={t} action={rhythmPath(line.id)} label={t('saved.rhythm-of', { name: line.name })} inline>
    <SelectField
      t={t}
      id={`rhythm-${line.id}`}
      name="rhythm"
      label={t('saved.field-rhythm')}
      value={line.rhythm}
      options={rhythms.map((value) => ({ value, label: t(`saved.rhythm-${value}`) }))}
      required
    />
    <Button label={t('saved.keep-rhythm-of', { name: line.name })}>{t('saved.keep-rhythm')}</Button>
  </Form>
)

const Steps = ({ t, line }: { t: Translate; line: Line }) => (
  <ButtonRow>
    <ButtonLink
      href={savedSearchPath(line.id)}
      tone="quiet"
      icon="pencil"
      label={t('saved.rename-of', { name: line.name })}
    >
      {t('saved.rename')}
    </ButtonLink>
    <ConfirmStep
      label={t('saved.delete')}
      icon="trash-2"
      question={t('saved.delete-question', { name: line.name })}
      action={deletionPath(line.id)}
      confirm={t('saved.delete-confirm')}
    />
  </ButtonRow>
)

const SearchCard = ({ t, line }: { t: Translate; line: Line }) => (
  <ItemCard
    t={t}
    title={line.name}
    href={runPath(line)}
    state={line.fresh > 0 ? { label: t('saved.fresh', { count: line.fresh }), tone: 'new' } : undefined}
    meta={line.asks}
    action={
      <>
        <RhythmForm t={t} line={line} />
        <Steps t={t} line={line} />
      </>
    }
  />
)

export const SavedListPage = ({ t, searches, issues }: SavedListPageProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle t={t} title={t('saved.title')} lead={t('saved.lead')} />
    <PageBody>
      {searches.length === 0 ? (
        <EmptyState
          icon="bell"
          title={t('saved.none')}
          text={t('saved.none-text')}
          action={<ButtonLink href={searchPath}>{t('saved.go-search')}</ButtonLink>}
        />
      ) : (
        <ItemList label={t('saved.title')} items={searches.map((line) => <SearchCard t={t} line={line} />)} />
      )}
    </PageBody>
  </>
)
