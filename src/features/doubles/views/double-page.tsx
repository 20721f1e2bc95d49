// Saying that an entry means the same city as another one, and which of them stays.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { memberPath } from '../../members/public.ts'
import { doublePath } from '../paths.ts'
import type { Entry } from '../store.ts'

export interface DoublePageProps {
  readonly t: Translate
  /** The one that goes, or where it is bound the one that stays. */
  readonly entry: Entry
  readonly others: readonly Entry[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const DoublePage = ({ t, entry, others, typed, issues }: DoublePageProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle
      t={t}
      kind={entry.name}
      title={t('doubles.title')}
      lead={t(entry.bound ? 'doubles.lead-stays' : 'doubles.lead', { name: entry.name, address: entry.slug })}
    />
    <PageBody>
      {others.length === 0 ? (
        <p>{t('doubles.none')}</p>
      ) : (
        <Form t={t} action={doublePath(entry.slug)} label={t('doubles.title')}>
          <SelectField
            t={t}
            name="other"
            label={t(entry.bound ? 'doubles.gone' : 'doubles.kept')}
            value={typed['other']}
            issues={issues}
            empty={t('doubles.choose')}
            options={others.map(({ slug, name, bound }) => ({
              value: slug,
              label: t(bound ? 'doubles.option-member' : 'doubles.option', { name, address: slug }),
            }))}
            required
          />
          <ButtonRow>
            <Button tone="danger">{t('doubles.join')}</Button>
            <ButtonLink href={memberPath(entry.slug)}>{t('doubles.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </PageBody>
  </>
)
