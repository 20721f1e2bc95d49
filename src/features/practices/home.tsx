// What practices hand to the home page: the newest; drafts of one's own city, and those that one writes along.
import { formatNumber } from '#kernel/locale.ts'
import type { HomePart } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import type { FigureSource } from '#platform/page-parts.ts'
import { ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { practicesPath } from './paths.ts'
import { countPractices, listDrafts, listNewest, type PracticeLine } from './store-lists.ts'
import { PracticeCard } from './views/practice-card.tsx'

export const practiceFigures: FigureSource = {
  position: 30,
  count: async ({ var: { t, db } }) => {
    const { practices, languages } = await countPractices(db)
    return [
      {
        value: formatNumber(t.lang, practices),
        label: t('practices.figure-practices', { count: practices }),
        href: practicesPath,
      },
      { value: formatNumber(t.lang, languages), label: t('practices.figure-languages', { count: languages }) },
    ]
  },
}

const newest: HomePart = {
  name: 'practices.newest',
  // Persons are told on the same page what is new for their own city.
  for: 'visitor',
  place: 'main',
  position: 40,
  draw: async ({ var: { t, db } }) => {
    const lines = await listNewest(db, 5, t.lang)
    if (lines.length === 0) return undefined
    return (
      <Section title={t('practices.newest')} action={<a href={practicesPath}>{t('practices.all')}</a>}>
        <ItemList items={lines.map((line) => <PracticeCard t={t} line={line} level={3} />)} />
      </Section>
    )
  },
}

/** Of another city: then its name stands beside. */
const DraftLine = ({ line, ownCity }: { readonly line: PracticeLine; readonly ownCity: string }) => (
  <>
    <a href={`/practices/${line.id}`} lang={line.lang}>
      {line.title}
    </a>
    {line.organisationSlug !== ownCity && <span class="related-why">{line.organisationName}</span>}
  </>
)

const drafts: HomePart = {
  name: 'practices.drafts',
  for: 'signed-in',
  place: 'aside',
  position: 20,
  draw: async (c) => {
    const { t, db } = c.var
    const { person } = signedIn(c)
    const lines = await listDrafts(db, person.organisationId, t.lang)
    if (lines.length === 0) return undefined
    return (
      <Section title={t('practices.drafts')} level={2}>
        <ul class="related">
          {lines.map((line) => (
            <li>
              <DraftLine line={line} ownCity={person.organisationSlug} />
            </li>
          ))}
        </ul>
      </Section>
    )
  },
}

export const practiceHome: readonly HomePart[] = [newest, drafts]
