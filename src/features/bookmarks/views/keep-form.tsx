// Into which folder: one that is there, or a new one; with a note if one likes.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { Place } from '../folder.ts'
import { keepPath } from '../paths.ts'

export interface KeepFormProps {
  readonly t: Translate
  readonly contributionId: number
  /** Folders in which it does not lie yet. */
  readonly places: readonly Place[]
  /** It lies in one already. */
  readonly another?: boolean
  readonly typed?: Typed
  readonly issues?: readonly Issue[] | undefined
  /** Before the ids of the fields, where the page has others of the same name. */
  readonly prefix?: string
}

const labelOf = (t: Translate, { name, audienceKind }: Place): string =>
  audienceKind === null ? name : t('bookmarks.name-shared', { name, label: tlpLabel(audienceKind) })

type FieldsProps = Required<Pick<KeepFormProps, 't' | 'places' | 'typed' | 'prefix'>> &
  Pick<KeepFormProps, 'another' | 'issues'>

const ChooseFolder = ({ t, places, another, typed, issues, prefix }: FieldsProps) => (
  <>
    {places.length > 0 && (
      <SelectField
        t={t}
        id={`${prefix}folder`}
        name="folder"
        label={t(another ? 'bookmarks.field-another' : 'bookmarks.field-folder')}
        value={typed['folder']}
        issues={issues}
        options={places.map((place) => ({ value: String(place.id), label: labelOf(t, place) }))}
        required
      />
    )}
    <TextField
      t={t}
      id={`${prefix}name`}
      name="name"
      label={t('bookmarks.field-new-name')}
      value={typed['name']}
      issues={issues}
      maxlength={80}
      required={places.length === 0}
    />
  </>
)

export const KeepForm = ({ t, contributionId, typed = {}, issues, prefix = '', ...rest }: KeepFormProps) => (
  <Form t={t} action={keepPath(contributionId)} label={t('bookmarks.keep-title')}>
    <ChooseFolder t={t} typed={typed} issues={issues} prefix={prefix} {...rest} />
    <TextField
      t={t}
      id={`${prefix}note`}
      name="note"
      label={t('bookmarks.field-note')}
      hint={t('bookmarks.hint-note')}
      value={typed['note']}
      issues={issues}
      maxlength={300}
    />
    <ButtonRow>
      <Button tone="primary" icon="bookmark">
        {t('bookmarks.keep')}
      </Button>
    </ButtonRow>
  </Form>
)
