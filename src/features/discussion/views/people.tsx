// Whom one may call while typing a name: a list that script puts below the field.
import type { Proposed } from '../store-answers.ts'

export const People = ({ people }: { readonly people: readonly Proposed[] }) => (
  <ul>
    {people.map(({ name, organisationName }) => (
      <li data-name={name}>
        {name}, {organisationName}
      </li>
    ))}
  </ul>
)
