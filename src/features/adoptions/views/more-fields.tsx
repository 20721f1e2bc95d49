// What may wait: since when, what came of it, from whom, whom to ask, the language. Open where something stands in it or is wrong.
import { languageChoices, languages } from '#kernel/locale.ts'
import { Stack } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { monthNames } from '../months.ts'
import type { AdoptionFormProps, Named } from './adoption-form.tsx'

type Fields = Pick<AdoptionFormProps, 't' | 'typed' | 'issues' | 'colleagues' | 'others'>

const optionsOf = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: String(id), label: name }))

const Since = ({ t, typed, issues }: Fields) => (
  <div class="adoption-since">
    <TextField
      t={t}
      name="sinceYear"
      label={t('adoptions.field-since-year')}
      value={typed['sinceYear']}
      issues={issues}
      inputmode="numeric"
      maxlength={4}
      width="short"
    />
    <SelectField
      t={t}
      name="sinceMonth"
      label={t('adoptions.field-since-month')}
      value={typed['sinceMonth']}
      issues={issues}
      empty="–"
      options={monthNames(t.lang).map((label, index) => ({ value: String(index + 1), label }))}
    />
  </div>
)

const TakenFrom = ({ t, typed, issues, others }: Fields) =>
  others.length === 0 ? null : (
    <SelectField
      t={t}
      name="takenFrom"
      label={t('adoptions.field-taken-from')}
      value={typed['takenFrom']}
      issues={issues}
      empty={t('adoptions.from-practice')}
      options={optionsOf(others)}
    />
  )

const Contact = ({ t, typed, issues, colleagues }: Fields) => (
  <>
    <SelectField
      t={t}
      name="contactPerson"
      label={t('adoptions.field-contact-person')}
      value={typed['contactPerson']}
      issues={issues}
      empty="–"
      options={optionsOf(colleagues)}
    />
    <TextField
      t={t}
      name="contact"
      label={t('adoptions.field-contact')}
      hint={t('adoptions.hint-contact')}
      value={typed['contact']}
      issues={issues}
      maxlength={300}
    />
  </>
)

const written = ['sinceYear', 'sinceMonth', 'result', 'contact', 'takenFrom']
const names = [...written, 'contactPerson', 'lang']
const isOpen = ({ typed, issues }: Fields): boolean =>
  issues.some(({ field }) => names.includes(field)) || written.some((name) => (typed[name] ?? '') !== '')

export const MoreFields = (props: Fields) => {
  const { t, typed, issues, others } = props
  return (
    <details class="adoption-more" open={isOpen(props)}>
      <summary>{t(others.length > 0 ? 'adoptions.more-from' : 'adoptions.more')}</summary>
      <Stack>
        <Since {...props} />
        <TakenFrom {...props} />
        <TextArea
          t={t}
          name="result"
          label={t('adoptions.field-result')}
          hint={t('adoptions.hint-result')}
          value={typed['result']}
          issues={issues}
          rows={3}
        />
        <Contact {...props} />
        <SelectField
          t={t}
          name="lang"
          label={t('adoptions.field-lang')}
          value={typed['lang']}
          issues={issues}
          options={languageChoices(t.lang, languages)}
          required
        />
      </Stack>
    </details>
  )
}
