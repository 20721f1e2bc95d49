// What stands on the page of a question: for whoever is asked why it came to them, for whoever asks how far it went.
import { countryName } from '#kernel/locale.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import { answersFor } from '#trunk/veils.ts'
import { listAnswered } from '../questions/public.ts'
import { findAsked, findAskedAbout } from './store-asked.ts'
import { tellAsked } from './told-asked.ts'
import { AskedAboutNote, AskedNote } from './views/asked-notes.tsx'

const asked: ContributionPart = {
  name: 'routing.asked-here',
  kinds: ['question'],
  place: 'below',
  position: 10,
  draw: async (c, { id }) => {
    const { t, db, viewer } = c.var
    if (!isSignedIn(viewer)) return undefined
    const found = await findAsked(db, id, t.lang)
    const [told] = found === undefined ? [] : await tellAsked(c, [found])
    return told && <AskedNote t={t} asked={told} />
  },
}

const askedAbout: ContributionPart = {
  name: 'routing.asked-about',
  kinds: ['question'],
  place: 'aside',
  position: 10,
  draw: async (c, { id }) => {
    const { t, db, viewer } = c.var
    if (!isSignedIn(viewer)) return undefined
    const about = await findAskedAbout(db, id)
    if (about === undefined) return undefined
    const countries = about.countries.map((code) => countryName(t.lang, code)).join(', ')
    const [office, answered] = await Promise.all([answersFor(db, id), listAnswered(db, [id])])
    return <AskedAboutNote {...{ t, id, about, countries, office }} open={answered.length === 0} />
  },
}

export const routingBeside: readonly ContributionPart[] = [asked, askedAbout]
