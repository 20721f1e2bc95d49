// The way on from a search that found nothing: somebody in another city may know.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { askPath } from '../paths.ts'

/** For visitors the same way leads through signing in. */
export const AskColleagues = ({ t, words, visitor }: { t: Translate; words: string; visitor: boolean }) => (
  <EmptyState
    icon="message-square"
    title={t('questions.nothing-found-title')}
    text={t(visitor ? 'questions.nothing-found-visitor' : 'questions.nothing-found')}
    action={
      <ButtonLink href={askPath(words)} tone="primary">
        {t(visitor ? 'questions.sign-in-to-ask' : 'questions.write')}
      </ButtonLink>
    }
  />
)
