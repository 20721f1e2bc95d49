// What is kept about me, part by part, the file with all of it, and having oneself erased.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { personalParts } from '#platform/personal.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { erasurePath, ownFilePath, retentionPath, withdrawalPath } from '../paths.ts'
import type { Erasure, LastDuty } from '../store-erasure.ts'

export interface MyDataPageProps {
  readonly t: Translate
  readonly erasure: Erasure | undefined
  /** What the viewer is the last one to look after. */
  readonly last: LastDuty | undefined
}

const Asked = ({ t, erasure }: { t: Translate; erasure: Erasure }) => (
  <Notice tone="warning">
    <p>
      {erasure.dueAt === null ? t('privacy.is-asked') : t('privacy.is-due', { day: formatDate(t.lang, erasure.dueAt) })}
    </p>
    <PostButton action={withdrawalPath}>{t('privacy.take-back')}</PostButton>
  </Notice>
)

const handOverPaths = { role: '/my-city/colleagues', host: '/rooms' } as const

const Erase = ({ t, erasure, last }: MyDataPageProps) => (
  <Section title={t('privacy.erasure')} id="erasure">
    <p>{t('privacy.erasure-goes')}</p>
    <p>{t('privacy.erasure-stays')}</p>
    <p>{t('privacy.erasure-steps')}</p>
    {erasure !== undefined && <Asked t={t} erasure={erasure} />}
    {last !== undefined && (
      <Notice>
        <p>
          {t(`privacy.hand-over-${last}`)} <a href={handOverPaths[last]}>{t(`privacy.hand-over-${last}-where`)}</a>
        </p>
      </Notice>
    )}
    {last === undefined && !erasure?.dueAt && (
      <ConfirmStep
        label={t('privacy.ask')}
        question={t('privacy.ask-question')}
        action={erasurePath}
        confirm={t('privacy.ask-confirm')}
      />
    )}
  </Section>
)

export const MyDataPage = (props: MyDataPageProps) => {
  const { t } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('privacy.title')}
        lead={t('privacy.lead')}
        action={
          <ButtonLink href={ownFilePath} tone="primary" icon="download">
            {t('privacy.download')}
          </ButtonLink>
        }
      />
      <PageBody>
        <Section title={t('privacy.parts')}>
          <FactsList
            facts={personalParts.map((part) => ({
              term: t(`privacy.part-${part}`),
              value: t(`privacy.part-${part}-text`),
            }))}
          />
          <p>
            <a href={retentionPath}>{t('privacy.retention')}</a>
          </p>
        </Section>
        <Erase {...props} />
      </PageBody>
    </>
  )
}
