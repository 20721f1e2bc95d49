// The fields of one thing to be asked, and as many of them as the form shows.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { itemField, itemsShown, longestUnit, longestWords } from '../items.ts'
import { newPollPath } from '../paths.ts'
import { itemKinds, mostItems } from '../poll.ts'

export interface ItemFieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}
type OneItemProps = ItemFieldsProps & { readonly number: number }

const Kind = ({ t, typed, issues, number }: OneItemProps) => (
  <SelectField
    t={t}
    name={itemField('kind', number)}
    label={t('polls.field-kind')}
    value={typed[itemField('kind', number)]}
    issues={issues}
    options={itemKinds.map((kind) => ({ value: kind, label: t(`polls.kind-${kind}`) }))}
    required
  />
)

/** Choices and unit are needed by some kinds only: a style hides them for the others, where the browser can tell. */
const KindFields = (props: OneItemProps) => {
  const { t, typed, issues, number } = props
  const [choices, unit] = [itemField('choices', number), itemField('unit', number)]
  return (
    <>
      <Kind {...props} />
      <TextArea
        t={t}
        name={choices}
        label={t('polls.field-choices')}
        hint={t('polls.hint-choices')}
        value={typed[choices]}
        issues={issues}
        rows={4}
        needed={t('polls.needed-choices')}
      />
      <TextField
        t={t}
        name={unit}
        label={t('polls.field-unit')}
        hint={t('polls.hint-unit')}
        value={typed[unit]}
        issues={issues}
        maxlength={longestUnit}
        width="medium"
      />
    </>
  )
}

const OneItem = (props: OneItemProps) => {
  const { t, typed, issues, number } = props
  const [words, required] = [itemField('words', number), itemField('required', number)]
  return (
    <div class="poll-item" id={`item-${number}`}>
      <FieldSet legend={t('polls.item', { number })}>
        <TextField
          t={t}
          name={words}
          label={t('polls.field-words')}
          value={typed[words]}
          issues={issues}
          maxlength={longestWords}
          required={number === 1}
          needed={t('polls.needed-words')}
        />
        <KindFields {...props} />
        <CheckField
          t={t}
          name={required}
          label={t('polls.field-required')}
          checked={typed[required] === 'yes'}
          issues={issues}
        />
      </FieldSet>
    </div>
  )
}

export const ItemFields = (props: ItemFieldsProps) => {
  const { t, typed } = props
  const shown = itemsShown(typed)
  return (
    <>
      {Array.from({ length: shown }, (_, index) => (
        <OneItem {...props} number={index + 1} />
      ))}
      {shown < mostItems && (
        <ButtonRow>
          <Button small icon="plus" name="another" value="yes" formaction={`${newPollPath}#item-${shown + 1}`}>
            {t('polls.another')}
          </Button>
        </ButtonRow>
      )}
    </>
  )
}
