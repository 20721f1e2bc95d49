// What questions hand to a search that found nothing. Whoever may not ask is offered nothing.
import { isSignedIn } from '#kernel/viewer.ts'
import type { NothingFoundPart } from '#platform/page-parts.ts'
import { mayAsk } from './permissions.ts'
import { AskColleagues } from './views/ask-colleagues.tsx'

export const askWhenNothingWasFound: NothingFoundPart = {
  name: 'questions.ask',
  position: 10,
  draw: ({ var: { t, viewer } }, words) =>
    isSignedIn(viewer) && !mayAsk(viewer) ? null : <AskColleagues t={t} words={words} visitor={!isSignedIn(viewer)} />,
}
