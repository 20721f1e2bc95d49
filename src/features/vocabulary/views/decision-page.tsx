// The office decides: accept, with other words or in another place where that is better, or decline with a reason.
import { languageName } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Panel, Panels, Stack } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { acceptancePath, proposalPath, refusalPath } from '../paths.ts'
import { DecisionNote } from './decision-note.tsx'
import { WishFacts, type WishFactsProps } from './wish-facts.tsx'
import { ConceptField, NewConceptFields, WordFields } from './wish-fields.tsx'

export interface DecisionPageProps extends WishFactsProps {
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Accept = (props: DecisionPageProps) => {
  const { t, proposal } = props
  const { id, adds } = proposal
  return (
    <Panel title={t('vocabulary.accept')}>
      <p>{t('vocabulary.accept-text')}</p>
      <Form t={t} action={acceptancePath(id)} label={t('vocabulary.accept')}>
        <ConceptField {...props} adds={adds} />
        <WordFields {...props} adds={adds} />
        {adds === 'concept' && <NewConceptFields {...props} adds={adds} final />}
        <Button tone="primary" icon="check">
          {t('vocabulary.accept')}
        </Button>
      </Form>
    </Panel>
  )
}

const Decline = ({ t, proposal, typed, issues }: DecisionPageProps) => (
  <Panel title={t('vocabulary.decline')}>
    <p>{t('vocabulary.decline-text')}</p>
    <Form t={t} action={refusalPath(proposal.id)} label={t('vocabulary.decline')}>
      <TextArea
        t={t}
        name="reason"
        label={t('vocabulary.field-why')}
        hint={t('vocabulary.hint-why', { language: languageName(t.lang, proposal.writtenIn) })}
        value={typed['reason']}
        issues={issues}
        rows={4}
        required
      />
      <Button>{t('vocabulary.decline')}</Button>
    </Form>
  </Panel>
)

export const DecisionPage = (props: DecisionPageProps) => {
  const { t, proposal, issues } = props
  const { id, title, decision } = proposal
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        t={t}
        kind={t(`vocabulary.adds-${proposal.adds}`)}
        title={t('vocabulary.decide-about', { label: title })}
      />
      <PageBody>
        {decision === undefined ? (
          <Stack>
            <WishFacts {...props} />
            <Panels>
              <Accept {...props} />
              <Decline {...props} />
            </Panels>
          </Stack>
        ) : (
          <DecisionNote t={t} proposal={proposal} decision={decision} />
        )}
        <ButtonRow>
          <ButtonLink href={proposalPath(id, title)}>{t('vocabulary.back')}</ButtonLink>
        </ButtonRow>
      </PageBody>
    </>
  )
}
