// Propose a label, or a concept: which concept, which word, what it means, and why.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import type { Name } from '../labels.ts'
import { conceptFormPath, conceptPath, labelFormPath, thesaurusPath } from '../paths.ts'
import type { Wish } from '../proposal.ts'
import { ConceptField, NewConceptFields, WordFields } from './wish-fields.tsx'

export interface ProposalFormProps {
  readonly t: Translate
  readonly adds: Wish['adds']
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Chosen before the form was opened. */
  readonly concept: { readonly slug: string; readonly name: Name } | undefined
  readonly once: string
}

/** Opened from a concept it is not asked for again: the link shows which one it is, for whoever came from the wrong one. */
const Where = (props: ProposalFormProps) => {
  const { t, adds, concept } = props
  if (concept === undefined) return <ConceptField {...props} />
  const { slug, name } = concept
  return (
    <p>
      {t(`vocabulary.form-${adds}-at`)}{' '}
      <a href={conceptPath(slug)} lang={name.lang === t.lang ? undefined : name.lang}>
        {name.text}
      </a>
    </p>
  )
}

export const ProposalForm = (props: ProposalFormProps) => {
  const { t, adds, typed, issues, concept, once } = props
  const title = t(`vocabulary.propose-${adds}`)
  const hidden = { once, ...(concept === undefined ? {} : { concept: concept.slug }) }
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} lead={t(`vocabulary.form-${adds}-lead`)} />
      <PageBody>
        <Form t={t} action={adds === 'label' ? labelFormPath : conceptFormPath} hidden={hidden} label={title}>
          <Where {...props} />
          <WordFields {...props} />
          {adds === 'concept' && <NewConceptFields {...props} />}
          <TextArea
            t={t}
            name="reason"
            label={t('vocabulary.field-reason')}
            hint={t('vocabulary.hint-reason')}
            value={typed['reason']}
            issues={issues}
            rows={3}
          />
          <ButtonRow>
            <Button tone="primary" icon="send">
              {t('vocabulary.propose')}
            </Button>
            <ButtonLink href={concept === undefined ? thesaurusPath : conceptPath(concept.slug)}>
              {t('vocabulary.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
