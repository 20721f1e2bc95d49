// Writing the council paper: each paragraph is a field, filled with our words until the city writes its own.
import type { Lang, Translate } from '#kernel/locale.ts'
import { languageName } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import type { Accession } from '../accession.ts'
import { type ParagraphKey, paragraphKeys } from '../paper.ts'
import { type FileKey, paperPath } from '../paths.ts'

interface PaperFormProps {
  readonly t: Translate
  readonly file: Accession
  readonly lang: Lang
  readonly values: Readonly<Record<ParagraphKey, string>>
  readonly revision: string
  readonly issues: readonly Issue[]
  readonly fileKey: FileKey
}

export const PaperForm = ({ t, file, lang, values, revision, issues, fileKey }: PaperFormProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle
      t={t}
      title={t('accession.paper-write')}
      kind={file.name}
      lead={t('accession.paper-write-lead', { language: languageName(t.lang, lang) })}
    />
    <PageBody>
      <Form t={t} action={paperPath(file.id, lang, fileKey)} hidden={{ revision }}>
        {paragraphKeys.map((key) => (
          <TextArea
            t={t}
            name={key}
            label={t(`accession.paper-heading-${key}`)}
            value={values[key]}
            issues={issues}
            lang={lang}
            rows={key === 'gain' || key === 'situation' ? 12 : 7}
            maxlength={6000}
            required
          />
        ))}
        <p>{t('accession.paper-write-hint')}</p>
        <ButtonRow>
          <Button tone="primary">{t('accession.paper-keep')}</Button>
          <ButtonLink href={paperPath(file.id, lang, fileKey)} tone="quiet">
            {t('accession.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)
