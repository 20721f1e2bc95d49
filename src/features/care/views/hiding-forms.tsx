// The forms of a hiding: its author asks somebody else to look again; that one decides.
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { appealPath, judgementPath } from '../paths.ts'
import type { HidingPageProps } from './hiding-page.tsx'

export const Appeal = ({ t, hiding, typed, issues }: HidingPageProps) => (
  <Section title={t('care.appeal')}>
    <Form t={t} action={appealPath(hiding.id)} label={t('care.appeal')}>
      <TextArea
        t={t}
        name="words"
        label={t('care.field-appeal')}
        hint={t('care.hint-appeal')}
        value={typed['words']}
        issues={issues}
        rows={4}
        maxlength={2000}
        required
      />
      <ButtonRow>
        <Button tone="primary" icon="send">
          {t('care.appeal-send')}
        </Button>
      </ButtonRow>
    </Form>
  </Section>
)

export const Judge = ({ t, hiding, typed, issues }: HidingPageProps) => (
  <Section title={t('care.judge')}>
    <Form t={t} action={judgementPath(hiding.id)} label={t('care.judge')}>
      <ChoiceField
        t={t}
        name="outcome"
        label={t('care.field-outcome')}
        value={typed['outcome']}
        issues={issues}
        choices={(['lifted', 'kept'] as const).map((value) => ({ value, label: t(`care.outcome-${value}`) }))}
        required
      />
      <TextArea
        t={t}
        name="words"
        label={t('care.field-answer')}
        hint={t('care.hint-answer')}
        value={typed['words']}
        issues={issues}
        rows={3}
        maxlength={1000}
        required
      />
      <ButtonRow>
        <Button tone="primary">{t('care.judge-send')}</Button>
      </ButtonRow>
    </Form>
  </Section>
)
