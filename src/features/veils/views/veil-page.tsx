// Where an office gives its reason before it is told who asked.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Lifting, Veil } from '#trunk/veils.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { longestReason } from '../inputs.ts'
import { veilPath } from '../paths.ts'
import { Looks } from './veil-note.tsx'

export interface VeilPageProps {
  readonly t: Translate
  readonly id: number
  readonly title: string
  readonly back: string
  /** For whoever looked. */
  readonly veil: Veil | undefined
  readonly liftings: readonly Lifting[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly once: string
}

export const VeilPage = ({ t, id, title, back, veil, liftings, typed, issues, once }: VeilPageProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle t={t} title={t('veils.look-behind')} kind={title} lead={t('veils.look-lead')} />
    <PageBody>
      {veil && <p>{t('veils.asked-by', { name: veil.personName, city: veil.organisationName })}</p>}
      <Looks t={t} liftings={liftings} />
      <Form t={t} action={veilPath(id)} hidden={{ once }} label={t('veils.look-behind')}>
        <TextArea
          t={t}
          name="reason"
          label={t('veils.field-reason')}
          hint={t('veils.hint-reason')}
          value={typed['reason']}
          issues={issues}
          maxlength={longestReason}
          rows={4}
          required
        />
        <ButtonRow>
          <Button tone="danger">{t('veils.look-confirm')}</Button>
          <ButtonLink href={back} tone="quiet">
            {t('veils.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)
