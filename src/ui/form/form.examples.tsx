// Examples of Form and FieldSet.

import { Button, ButtonRow } from '../button/button.tsx'
import type { Example } from '../catalogue/example.ts'
import { TextArea } from '../text-area/text-area.tsx'
import { TextField } from '../text-field/text-field.tsx'
import { FieldSet, Form } from './form.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a short form',
    example: (t) => (
      <Form t={t} action="/ui" hidden={{ step: 1 }} label="Sample form">
        <TextField t={t} name="form-title" label="Title" required />
        <FieldSet legend="What was done">
          <TextArea t={t} name="form-response" label="In your own words" rows={4} />
          <TextField t={t} name="form-partners" label="Partners" />
        </FieldSet>
        <ButtonRow>
          <Button>Go on</Button>
          <Button tone="quiet">Save as draft</Button>
        </ButtonRow>
      </Form>
    ),
  },
]
