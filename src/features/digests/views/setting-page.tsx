// For the network's office: what digests, calendars and notices on devices may say of TLP:AMBER things.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { settingPath } from '../paths.ts'

export const SettingPage = ({ t, amber }: { readonly t: Translate; readonly amber: boolean }) => (
  <>
    <PageTitle t={t} title={t('digests.setting')} lead={t('digests.setting-lead')} />
    <PageBody>
      <Form t={t} action={settingPath} label={t('digests.setting')}>
        <CheckField
          t={t}
          name="amber"
          label={t('digests.field-amber')}
          hint={t('digests.hint-amber')}
          checked={amber}
        />
        <ButtonRow>
          <Button tone="primary">{t('digests.save')}</Button>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)
