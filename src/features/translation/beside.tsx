// What translation hands to the page of every contribution: the button, and below the text what a machine made of it.
import type { ContributionPart } from '#platform/feature.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import type { KindText } from '#platform/text-parts.ts'
import { findAnyContribution } from '#trunk/contributions.ts'
import { contributionTranslationPath, translationAnchor } from './paths.ts'
import { mayBeSent, type Shown, shownOf, translatorFor } from './shown.ts'
import { listTexts } from './source.ts'
import { listTranslations } from './store.ts'
import { TranslateButton } from './views/translate-button.tsx'
import { Translated } from './views/translated.tsx'

interface Asked {
  readonly provider: string
  readonly texts: readonly KindText[]
  readonly shown: Shown
}

async function ask(c: PageVisit, id: number): Promise<Asked | undefined> {
  const { db, t, kinds } = c.var
  const translator = translatorFor(c)
  const thing = translator && (await findAnyContribution(db, id, t.lang))
  if (translator === undefined || thing?.state !== 'published' || !translator.offers(thing.lang, t.lang))
    return undefined
  if (!(await mayBeSent(c, thing.audienceKind))) return undefined
  const [texts, known] = await Promise.all([
    listTexts(db, kinds, thing),
    listTranslations(db, id, [], { target: t.lang, provider: translator.id }),
  ])
  return (
    texts && { provider: translator.name, texts, shown: shownOf(c, { lang: thing.lang, texts, replyId: null }, known) }
  )
}

/** Two parts of one page ask the same. */
const asked = new WeakMap<PageVisit, Promise<Asked | undefined>>()
const askOnce = (c: PageVisit, id: number): Promise<Asked | undefined> => {
  const before = asked.get(c) ?? ask(c, id)
  asked.set(c, before)
  return before
}

/** Long texts: whoever begins to read needs it on top. */
const longKinds = ['practice', 'adoption']

export const translationParts: readonly ContributionPart[] = [
  {
    name: 'translation.tool',
    kinds: longKinds,
    place: 'tools',
    position: 40,
    draw: async (c, { id }) => {
      const found = await askOnce(c, id)
      if (found === undefined || found.shown.waiting) return undefined
      const ready = found.shown.pieces && `?translation=shown#${translationAnchor}`
      return <TranslateButton t={c.var.t} action={contributionTranslationPath(id)} ready={ready} />
    },
  },
  {
    name: 'translation.text',
    kinds: 'all',
    place: 'below',
    position: 5,
    draw: async (c, { id, kind }) => {
      const found = await askOnce(c, id)
      if (found === undefined) return undefined
      const action = longKinds.includes(kind) ? undefined : contributionTranslationPath(id)
      return <Translated t={c.var.t} id={translationAnchor} original="#main" action={action} {...found} />
    },
  },
]
