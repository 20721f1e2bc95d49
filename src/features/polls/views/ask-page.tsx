// Asking cities: first one line; then, on the same page, what was asked before about it and all the rest.
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { FoundItem } from '../../search/public.ts'
import { itemsShown } from '../items.ts'
import { newPollPath, pollsPath } from '../paths.ts'
import { Introduction, Title } from './ask-fields.tsx'
import { CircleFields, type CircleFieldsProps } from './circle-fields.tsx'
import { EarlierPolls } from './earlier-polls.tsx'
import { ItemFields } from './item-fields.tsx'

export interface AskPageProps extends CircleFieldsProps {
  /** Undefined while there are no words to look for. */
  readonly earlier: readonly FoundItem[] | undefined
  /** How many cities are meant, as the form stands; undefined where nobody can say yet. */
  readonly meant: number | undefined
  /** Goes with the form, so that a double click asks once. */
  readonly once: string
}

const Cancel = ({ t }: Pick<AskPageProps, 't'>) => (
  <ButtonLink href={pollsPath} tone="quiet">
    {t('polls.cancel')}
  </ButtonLink>
)

const Begin = (props: AskPageProps) => (
  <Form
    t={props.t}
    action={newPollPath}
    hidden={typeof props.typed['audience'] === 'string' ? { audience: props.typed['audience'] } : {}}
    label={props.t('polls.write')}
  >
    <Title {...props} />
    <ButtonRow>
      <Button tone="primary" icon="arrow-right">
        {props.t('polls.look')}
      </Button>
      <Cancel {...props} />
    </ButtonRow>
  </Form>
)

const Send = ({ t, meant }: AskPageProps) => (
  <>
    {meant !== undefined && (
      <Notice tone={meant === 0 ? 'warning' : 'info'}>
        <p>{t('polls.meant', { count: meant })}</p>
      </Notice>
    )}
    <ButtonRow>
      <Button tone="primary" icon="send">
        {t('polls.ask')}
      </Button>
      <Button formaction={newPollPath}>{t('polls.look-again')}</Button>
      <Cancel t={t} />
    </ButtonRow>
  </>
)

const Whole = (props: AskPageProps & { readonly earlier: readonly FoundItem[] }) => {
  const { t, typed, once, earlier } = props
  const hidden = { once, shown: itemsShown(typed) }
  return (
    <Form t={t} action={pollsPath} hidden={hidden} label={t('polls.write')}>
      <FieldSet legend={t('polls.legend-what')}>
        <Title {...props} />
        <Introduction {...props} />
      </FieldSet>
      <EarlierPolls t={t} found={earlier} />
      <ItemFields {...props} />
      <CircleFields {...props} />
      <Send {...props} />
    </Form>
  )
}

export const AskPage = (props: AskPageProps) => {
  const { t, issues, earlier } = props
  const lead = t(earlier === undefined ? 'polls.write-lead' : 'polls.send-lead')
  return (
    <div class="poll-form">
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('polls.write')} lead={lead} />
      <PageBody>{earlier === undefined ? <Begin {...props} /> : <Whole {...props} earlier={earlier} />}</PageBody>
    </div>
  )
}
