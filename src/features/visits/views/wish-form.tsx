// The fields of a wish: which days, how many people, and a word.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { inVisit } from '../paths.ts'
import type { WishesProps } from './wish-acts.tsx'

export interface DaysFieldsProps {
  readonly t: Translate
  /** Of the fields' ids, since several such forms stand on one page; undefined in the one that was refused, which the summary leads to. */
  readonly prefix: string | undefined
  readonly typed: Typed
  /** A word must go with it. */
  readonly worded?: boolean
  readonly issues: readonly Issue[]
}

export const DaysFields = ({ t, prefix, typed, issues, worded }: DaysFieldsProps) => (
  <>
    <DateField
      {...{
        t,
        issues,
        id: prefix && `${prefix}-firstDay`,
        name: 'firstDay',
        label: t('visits.field-from'),
        value: typed['firstDay'],
      }}
      required
    />
    <DateField
      {...{
        t,
        issues,
        id: prefix && `${prefix}-lastDay`,
        name: 'lastDay',
        label: t('visits.field-until'),
        value: typed['lastDay'],
      }}
      hint={t('visits.hint-until')}
    />
    <TextArea
      {...{
        t,
        issues,
        id: prefix && `${prefix}-text`,
        name: 'text',
        label: t('visits.field-word'),
        value: typed['text'],
      }}
      rows={3}
      maxlength={2000}
      required={worded}
    />
  </>
)

export const WishForm = ({ t, visit, once, refused }: WishesProps) => {
  const own = refused?.about === undefined ? refused : undefined
  const issues = own?.issues ?? []
  const typed = own?.typed ?? {}
  return (
    <Form
      t={t}
      action={inVisit(visit.id, 'wishes')}
      hidden={{ once }}
      label={t(`visits.wish-${visit.direction}`)}
      id="wish"
    >
      <h3>{t(`visits.wish-${visit.direction}`)}</h3>
      <p>{t('visits.wish-lead')}</p>
      <DaysFields t={t} prefix={own === undefined ? 'wish' : undefined} typed={typed} issues={issues} worded />
      <TextField
        {...{ t, issues, name: 'people', label: t('visits.field-how-many'), value: typed['people'] }}
        inputmode="numeric"
        width="short"
        required
      />
      <Button tone="primary" icon="send">
        {t('visits.send-wish')}
      </Button>
    </Form>
  )
}
