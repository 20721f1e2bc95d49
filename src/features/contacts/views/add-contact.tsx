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

const Who = ({ t, issues, typed }: ContactsPageProps) => (
  <>
    <TextField
      t={t}
      issues={issues}
      name="name"
      label={t('contacts.name')}
      value={typed['name']}
      maxlength={120}
      required
    />
    <TextField
      t={t}
      issues={issues}
      name="email"
      type="email"
      label={t('contacts.email')}
      value={typed['email']}
      maxlength={254}
    />
    <TextField
      t={t}
      issues={issues}
      name="phone"
      type="tel"
      label={t('contacts.phone')}
      value={typed['phone']}
      maxlength={40}
    />
  </>
)

const What = ({ t, issues, typed, today }: ContactsPageProps) => (
  <>
    <SelectField
      t={t}
      issues={issues}
      name="function"
      label={t('contacts.function')}
      value={typed['function']}
      options={functions.map((one) => ({ value: one, label: t(`contacts.function-${one}`) }))}
      required
    />
    <DateField
      t={t}
      issues={issues}
      name="beginsOn"
      label={t('contacts.since')}
      value={typed['beginsOn'] ?? today}
      required
    />
  </>
)

export const AddContact = (props: ContactsPageProps) => (
  <Section title={props.t('contacts.add')}>
    <Form t={props.t} action={contactsPath} hidden={{ organisation: props.place.slug }} label={props.t('contacts.add')}>
      <What {...props} />
      <Who {...props} />
      <Button tone="primary" icon="plus">
        {props.t('contacts.add')}
      </Button>
    </Form>
  </Section>
)
