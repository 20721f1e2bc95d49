// Examples of PersonLine and PersonList.

import { PostButton } from '../button/button.tsx'
import type { Example } from '../catalogue/example.ts'
import { PersonLine, PersonList } from './person-line.tsx'

export const examples: readonly Example[] = [
  {
    name: 'the voice of a city',
    example: () => (
      <PersonLine
        name="Ana Martins"
        href="#ana"
        memberName="Porto"
        memberHref="#porto"
        note="Portuguese, English, French"
      />
    ),
  },
  {
    name: 'a list with something to press',
    example: () => (
      <PersonList
        columns
        persons={['Ana Martins', 'Łukasz Wiśniewski', 'Margarethe Bauer', 'Jeroen de Vries'].map((name) => ({
          name,
          memberName: 'Porto',
          note: 'coordinator',
          action: (
            <PostButton action="/ui" hidden={{ person: name }} small label={`Enter as ${name}`}>
              Enter
            </PostButton>
          ),
        }))}
      />
    ),
  },
]
