// Says in which language a text is, when it is not the reader's.
import { languageName, type Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface LanguageMarkProps {
  readonly t: Translate
  /** Language of the text. */
  readonly lang: string
  /** Also when it is the reader's own: on the page of the text itself. */
  readonly always?: boolean | undefined
}

export const LanguageMark = ({ t, lang, always }: LanguageMarkProps) =>
  lang === t.lang && !always ? null : (
    <span class="language-mark">
      <Icon name="languages" />
      <span class="visually-hidden">{t('ui.language-of-text')} </span>
      {languageName(t.lang, lang)}
    </span>
  )
