// One file, or a text to paste: what a draft may begin with.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { practicesPath } from '../../practices/public.ts'
import { fromFilePath } from '../paths.ts'

export interface FromFileProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Bytes. */
  readonly largest: number
  readonly mostPages: number
}

const endings = '.pdf,.docx,.odt,.txt,.md'

const Fields = ({ t, typed, issues, largest, mostPages }: FromFileProps) => (
  <>
    <FileField
      t={t}
      name="file"
      label={t('drafting.field-file')}
      hint={t('drafting.hint-file', { megabytes: Math.floor(largest / 1_048_576), pages: mostPages })}
      issues={issues}
      accept={endings}
      maximumBytes={largest}
    />
    <CheckField
      t={t}
      name="keep"
      label={t('drafting.field-keep')}
      hint={t('drafting.hint-keep')}
      checked={typed['keep'] === 'yes'}
    />
    <TextArea
      t={t}
      name="text"
      label={t('drafting.field-text')}
      hint={t('drafting.hint-text')}
      value={typed['text']}
      issues={issues}
      rows={8}
    />
  </>
)

export const FromFilePage = (props: FromFileProps) => {
  const { t, typed, issues } = props
  return (
    <>
      <PageTitle t={t} title={t('drafting.title')} lead={t('drafting.lead')} />
      <PageBody>
        <ErrorSummary t={t} issues={issues} />
        <Form
          t={t}
          action={fromFilePath}
          hidden={{ once: String(typed['once']) }}
          multipart
          label={t('drafting.title')}
        >
          <Fields {...props} />
          <p class="drafting-promise">{t('drafting.promise')}</p>
          <ButtonRow>
            <Button tone="primary">{t('drafting.read')}</Button>
            <ButtonLink href={practicesPath}>{t('drafting.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
