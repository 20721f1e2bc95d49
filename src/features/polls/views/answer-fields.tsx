// One field for each thing that a poll asks.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { CheckField, CheckList } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { AnswerFile, Item } from '../poll.ts'
import { fileField, longestText, removalField, valueField } from '../values.ts'
import { headOf } from '../written-value.ts'

export interface AnswerFieldsProps {
  readonly t: Translate
  /** Of what is asked. */
  readonly lang: string
  readonly items: readonly Item[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Of the answer as it stands. */
  readonly files: readonly AnswerFile[]
  /** Bytes that one file may have. */
  readonly largest: number
}
interface OneProps extends AnswerFieldsProps {
  readonly item: Item
  readonly index: number
}

const choicesOf = (t: Translate, { kind, choices, required }: Item) => [
  ...(kind === 'yes-no'
    ? ['yes', 'no'].map((value) => ({ value, label: t(`polls.value-${value}`) }))
    : choices.map((label) => ({ value: label, label }))),
  // What was ticked once cannot be unticked among radios.
  ...(required ? [] : [{ value: '', label: t('polls.no-answer') }]),
]

const fieldOf = ({ t, item, index, issues }: OneProps) => ({
  t,
  name: valueField(index),
  label: item.words,
  issues,
  required: item.required,
})

const FileOf = (props: OneProps) => {
  const { t, index, files, typed, item, largest } = props
  const kept = files.find((file) => file.item === index)
  const megabytes = Math.floor(largest / 1_048_576)
  const hint = kept === undefined ? t('polls.hint-file', { megabytes }) : t('polls.hint-file-kept', { name: kept.name })
  const field = { ...fieldOf(props), name: fileField(index), required: item.required && kept === undefined }
  const removal = removalField(index)
  return (
    <>
      <FileField {...field} hint={hint} maximumBytes={largest} />
      {kept && !item.required && (
        <CheckField t={t} name={removal} label={t('polls.remove-file')} checked={typed[removal] === 'yes'} />
      )}
    </>
  )
}

const OneField = (props: OneProps) => {
  const { t, item, index, typed } = props
  const [field, value] = [fieldOf(props), typed[valueField(index)]]
  if (item.kind === 'file') return <FileOf {...props} />
  if (item.kind === 'several')
    return (
      <CheckList
        {...field}
        name={`${field.name}[]`}
        values={value}
        choices={choicesOf(t, { ...item, required: true })}
      />
    )
  if (item.kind === 'text') return <TextArea {...field} value={value} rows={4} maxlength={longestText} />
  if (item.kind !== 'number') return <ChoiceField {...field} value={value} choices={choicesOf(t, item)} />
  return <TextField {...field} label={headOf(t, item)} value={value} inputmode="decimal" width="short" />
}

export const AnswerFields = (props: AnswerFieldsProps) => (
  <div class="poll-fields" lang={props.lang === props.t.lang ? undefined : props.lang}>
    {props.items.map((item, index) => (
      <OneField {...props} item={item} index={index} />
    ))}
  </div>
)
