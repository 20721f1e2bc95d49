// Opened from a mail by somebody without an account: what would be shown, to whom, and two buttons; and what is said afterwards.
import { countryName, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import type { Asking } from '../store-asking.ts'

export interface ConsentPageProps {
  readonly t: Translate
  readonly action: string
  readonly asking: Asking
  /** Since they opened it: they are shown what stands there now. */
  readonly changed: boolean
}

const Shown = ({ t, asking }: Pick<ConsentPageProps, 't' | 'asking'>) => (
  <FactsList
    facts={[
      { term: t('experts.field-name'), value: asking.name },
      { term: t('experts.field-function'), value: asking.function },
      { term: t('experts.field-institution'), value: asking.institution },
      { term: t('experts.field-country'), value: countryName(t.lang, asking.country) },
      { term: t('experts.field-link'), value: asking.link },
      { term: t('experts.field-about'), value: <PlainText text={asking.about} lang={asking.aboutLang} /> },
      {
        term: t('experts.field-concepts'),
        value: asking.concepts.map((slug) => conceptLabel(slug, t.lang)).join(', '),
      },
      {
        term: t('experts.field-languages'),
        value: asking.languages.map((code) => languageName(t.lang, code)).join(', '),
      },
    ]}
  />
)

export const ConsentPage = ({ t, action, asking, changed }: ConsentPageProps) => (
  <>
    <PageTitle t={t} title={t('experts.consent')} lead={t('experts.consent-lead', { by: asking.by })} />
    <PageBody>
      {changed && <Notice>{t('experts.consent-changed')}</Notice>}
      {asking.agreed && <Notice>{t('experts.consent-given')}</Notice>}
      <Shown t={t} asking={asking} />
      <p>{t('experts.consent-text')}</p>
      <Form t={t} action={action} hidden={{ revision: asking.revision }} label={t('experts.consent')}>
        <ButtonRow>
          {!asking.agreed && (
            <Button tone="primary" name="answer" value="yes">
              {t('experts.agree')}
            </Button>
          )}
          <Button name="answer" value="no">
            {t(asking.agreed ? 'experts.take-back' : 'experts.decline')}
          </Button>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)

export const AnsweredPage = ({
  t,
  what,
}: {
  readonly t: Translate
  readonly what: 'agreed' | 'declined' | 'spent'
}) => (
  <>
    <PageTitle t={t} title={t(`experts.consent-${what}`)} />
    <PageBody>
      <Notice tone={what === 'spent' ? 'info' : 'success'}>{t(`experts.consent-${what}-text`)}</Notice>
    </PageBody>
  </>
)
