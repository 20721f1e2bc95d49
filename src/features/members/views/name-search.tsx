// Part of a name in any language; the filters that are chosen stay.
import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { membersPath } from '../paths.ts'

export interface NameSearchProps {
  readonly t: Translate
  readonly q: string
  readonly chosen: readonly (readonly [name: string, value: string])[]
}

export const NameSearch = ({ t, q, chosen }: NameSearchProps) => (
  <search>
    <form class="form" method="get" action={membersPath} novalidate>
      {chosen.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <TextField
        t={t}
        name="q"
        id="name-part"
        type="search"
        label={t('members.name-search')}
        value={q}
        maxlength={100}
        required
      />
      <Button>{t('members.search')}</Button>
    </form>
  </search>
)
