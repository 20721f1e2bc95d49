// The council paper as a page: in its own language, to be read, printed and taken along.
import { languageChoices, languages, type Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Panel } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import type { Accession } from '../accession.ts'
import type { Paper } from '../paper.ts'
import { type FileKey, paperEditPath, paperFilePath, paperPath } from '../paths.ts'
import { BlockPart } from './paper-block.tsx'

interface PaperPageProps {
  readonly t: Translate
  readonly file: Accession
  readonly paper: Paper
  readonly fileKey: FileKey
  /** By the city itself. */
  readonly writable: boolean
}

const Tools = ({ t, file, paper, fileKey, writable }: PaperPageProps) => (
  <>
    <Panel title={t('accession.paper-take')}>
      <ButtonRow>
        <ButtonLink href={paperFilePath(file.id, 'docx', paper.lang, fileKey)} icon="download">
          {t('accession.paper-docx')}
        </ButtonLink>
        <ButtonLink href={paperFilePath(file.id, 'pdf', paper.lang, fileKey)} icon="download">
          {t('accession.paper-pdf')}
        </ButtonLink>
      </ButtonRow>
    </Panel>
    <Panel title={t('accession.paper-language')}>
      <Form
        t={t}
        method="get"
        action={paperPath(file.id, undefined, undefined)}
        hidden={fileKey === undefined ? {} : { token: fileKey }}
        inline
      >
        <SelectField
          t={t}
          name="lang"
          label={t('accession.field-language')}
          value={paper.lang}
          options={languageChoices(t.lang, languages)}
          required
        />
        <Button>{t('accession.show')}</Button>
      </Form>
    </Panel>
    {!writable && <p>{t('accession.paper-of-city')}</p>}
  </>
)

export const PaperPage = (props: PaperPageProps) => {
  const { t, file, paper, fileKey, writable } = props
  const edit = writable && (
    <ButtonLink href={paperEditPath(file.id, paper.lang, fileKey)} tone="primary" icon="pencil">
      {t('accession.paper-write')}
    </ButtonLink>
  )
  return (
    <>
      <PageTitle
        t={t}
        title={paper.title}
        lang={paper.lang}
        kind={t('accession.paper')}
        lead={paper.about}
        action={edit}
      />
      <PageBody aside={<Tools {...props} />}>
        <Prose lang={paper.lang}>
          {paper.sections.map(({ heading, blocks }) => (
            <>
              <h2>{heading}</h2>
              {blocks.map((block) => (
                <BlockPart t={t} block={block} />
              ))}
            </>
          ))}
          {paper.notes.map((note) => (
            <p>
              <small>{note}</small>
            </p>
          ))}
        </Prose>
      </PageBody>
    </>
  )
}
