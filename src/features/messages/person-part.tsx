// What messages hand to the page of a person. It stands there whether or not they take messages: who blocked whom is nobody's to see.

import { signedIn } from '#platform/http/visit.ts'
import type { PersonPart } from '#platform/page-parts.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { newMessagePath } from './paths.ts'
import { mayWriteTo } from './permissions.ts'
import { findReader } from './store.ts'

export const writeTo: PersonPart = {
  name: 'messages.write',
  position: 10,
  draw: async (c, { slug }) => {
    const { t, db } = c.var
    const reader = await findReader(db, slug, t.lang)
    if (reader === undefined || !mayWriteTo(signedIn(c), reader)) return undefined
    return (
      <ButtonLink href={newMessagePath(slug)} icon="mail" tone="primary" shortcut="n">
        {t('messages.write')}
      </ButtonLink>
    )
  },
}
