// Looking for people by words: of their name and city, of their function, of what they can be asked about.
import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { peoplePath } from '../paths.ts'

const wordFields = ['q', 'task', 'about'] as const

/** What was typed. */
export type TypedWords = Readonly<Record<(typeof wordFields)[number], string>>

export interface WordSearchProps {
  readonly t: Translate
  readonly words: TypedWords
  readonly chosen: Readonly<Record<string, string | undefined>>
}

export const WordSearch = ({ t, words, chosen }: WordSearchProps) => (
  <search>
    <form class="form" method="get" action={peoplePath} novalidate>
      {Object.entries(chosen).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
      {wordFields.map((name) => (
        <TextField
          t={t}
          name={name}
          id={`words-${name}`}
          type="search"
          label={t(`people.words-${name}`)}
          value={words[name]}
          maxlength={100}
        />
      ))}
      <Button>{t('people.search')}</Button>
    </form>
  </search>
)
