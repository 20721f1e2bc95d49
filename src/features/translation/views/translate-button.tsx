// The button that has a text translated; where somebody pressed it before, a link to what came.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'

export interface TranslateButtonProps {
  readonly t: Translate
  readonly action: string
  /** Where the translation stands. */
  readonly ready?: string | undefined
  readonly small?: boolean | undefined
}

export const TranslateButton = ({ t, action, ready, small }: TranslateButtonProps) =>
  ready === undefined ? (
    <PostButton action={action} tone="quiet" icon="languages" small={small}>
      {t('translation.translate')}
    </PostButton>
  ) : (
    <ButtonLink href={ready} tone="quiet" icon="languages" small={small}>
      {t('translation.read')}
    </ButtonLink>
  )
