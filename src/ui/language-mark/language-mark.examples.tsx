// Examples of LanguageMark.
import type { Example } from '../catalogue/example.ts'
import { LanguageMark } from './language-mark.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a text in another language; always',
    example: (t) => (
      <p class="catalogue-row">
        <LanguageMark t={t} lang="pt" />
        <LanguageMark t={t} lang={t.lang} always />
      </p>
    ),
  },
]
