// On one's own page: the way to change it.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ownProfilePath } from '../paths.ts'

export const OwnLink = ({ t }: { readonly t: Translate }) => (
  <ButtonLink href={ownProfilePath} icon="pencil">
    {t('people.own')}
  </ButtonLink>
)
