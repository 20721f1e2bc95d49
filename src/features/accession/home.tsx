// What a visitor finds on the home page: the way to become a member.
import type { HomePart } from '#platform/feature.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Panel } from '#ui/page/page.tsx'
import { joinPath } from './paths.ts'

export const joinPart: HomePart = {
  name: 'accession.join',
  for: 'visitor',
  place: 'aside',
  position: 30,
  draw: async ({ var: { t } }) => (
    <Panel title={t('accession.join-invite')}>
      <ButtonLink href={joinPath} icon="handshake">
        {t('accession.join-more')}
      </ButtonLink>
    </Panel>
  ),
}
