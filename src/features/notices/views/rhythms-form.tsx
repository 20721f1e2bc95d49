// How often a mail tells of what.
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { rhythmsPath } from '../paths.ts'
import { areas, rhythms } from '../rhythm.ts'
import type { SettingsPageProps } from './settings-page.tsx'

type Props = Pick<SettingsPageProps, 't' | 'typed' | 'issues' | 'rhythms'>

export const RhythmsForm = ({ t, typed, issues, rhythms: chosen }: Props) => (
  <Section title={t('notices.rhythms')} id="rhythms">
    <p>{t('notices.rhythms-lead')}</p>
    <Form t={t} action={rhythmsPath} label={t('notices.rhythms')}>
      {areas.map((area) => (
        <SelectField
          t={t}
          name={area}
          label={t(`notices.area-${area}`)}
          hint={t(`notices.area-${area}-hint`)}
          value={typed[area] ?? chosen[area]}
          issues={issues}
          options={rhythms.map((value) => ({ value, label: t(`notices.rhythm-${value.replace('_', '-')}`) }))}
          required
        />
      ))}
      <ButtonRow>
        <Button tone="primary">{t('notices.keep-rhythms')}</Button>
      </ButtonRow>
    </Form>
    <p>
      <a href="/saved-searches">{t('notices.searches-elsewhere')}</a>
    </p>
  </Section>
)
