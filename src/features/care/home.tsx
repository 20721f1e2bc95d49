// What care hands to the home page: how we treat each other, until somebody has agreed to it.
import type { HomePart } from '#platform/feature.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Panel } from '#ui/page/page.tsx'
import { conductAgreementPath, conductPath } from './paths.ts'
import { hasAgreed } from './store.ts'

export const conductHome: HomePart = {
  name: 'care.conduct-first',
  for: 'signed-in',
  place: 'top',
  position: 90,
  draw: async ({ var: { t, db } }) =>
    (await hasAgreed(db)) ? undefined : (
      <Panel title={t('care.conduct')}>
        <p>
          {t('care.conduct-short')} <a href={conductPath}>{t('care.conduct-read')}</a>
        </p>
        <PostButton action={conductAgreementPath} icon="check">
          {t('care.agree')}
        </PostButton>
      </Panel>
    ),
}
