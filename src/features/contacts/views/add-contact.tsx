// Adding somebody who holds a function.
import { Button } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { functions } from '../contact.ts'
import { contactsPath } from '../paths.ts'
import type { ContactsPageProps } from './contacts-page.tsx'

export const AddContact = ({ t, place, issues, typed, today }: ContactsPageProps) => {
  const options = functions.map((one) => ({ value: one, label: t(`contacts.function-${one}`) }))
  const common = { t, issues }
  return (
    <Section title={t('contacts.add')}>
      <Form t={t} action={contactsPath} hidden={{ organisation: place.slug }} label={t('contacts.add')}>
        <SelectField
          {...common}
          name="function"
          label={t('contacts.function')}
          value={typed['function']}
          options={options}
          required
        />
        <TextField {...common} name="name" label={t('contacts.name')} value={typed['name']} maxlength={120} required />
        <TextField
          {...common}
          name="email"
          type="email"
          label={t('contacts.email')}
          value={typed['email']}
          maxlength={254}
        />
        <TextField
          {...common}
          name="phone"
          type="tel"
          label={t('contacts.phone')}
          value={typed['phone']}
          maxlength={40}
        />
        <DateField
          {...common}
          name="beginsOn"
          label={t('contacts.since')}
          value={typed['beginsOn'] ?? today}
          required
        />
        <Button tone="primary" icon="plus">
          {t('contacts.add')}
        </Button>
      </Form>
    </Section>
  )
}
