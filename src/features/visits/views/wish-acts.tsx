// What can be done next with a wish: agree, name other days, end it; the form that was refused stands open.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { mayAct, mayAgree, type StudyVisit, type Wish } from '../study-visit.ts'
import { Agree, End, Propose, refusedIn } from './wish-forms.tsx'

export interface WishesProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly visit: StudyVisit
  readonly wishes: readonly Wish[]
  readonly once: string
  /** The form that was refused, with what was typed. */
  readonly refused?: RefusedForm | undefined
}

export interface RefusedForm {
  /** Left out: a new wish. */
  readonly about?: { readonly wishId: number; readonly act: WishAct }
  readonly typed: Typed
  readonly issues: readonly Issue[]
}
/** As addresses have it. */
export type WishAct = 'proposal' | 'agreement' | 'ending'

export type WishProps = WishesProps & { readonly wish: Wish }

/** What was typed stays there also where it can be sent no more, so that it can be taken along. */
export const WishActs = (props: WishProps) => {
  const shows = (act: WishAct, may: boolean): boolean => may || refusedIn(props, act) !== undefined
  const acts = mayAct(props.wish)
  return (
    <>
      {shows('agreement', mayAgree(props.wish)) && <Agree {...props} />}
      {shows('proposal', acts) && <Propose {...props} />}
      {shows('ending', acts) && <End {...props} />}
    </>
  )
}
