// What practices hand to the home page: the newest, one's own city's drafts.
import { formatNumber } from '#kernel/locale.ts'
import type { FigureSource, HomePart } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import { ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { practicesPath } from './paths.ts'
import { countPractices, listDrafts, listNewest } from './store-lists.ts'
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

const drafts: HomePart = {
  name: 'practices.drafts',
  for: 'signed-in',
  place: 'aside',
  position: 20,
  draw: async (c) => {
    const { t, db } = c.var
    const lines = await listDrafts(db, signedIn(c).person.organisationId, t.lang)
    if (lines.length === 0) return undefined
    return (
      <Section title={t('practices.drafts')} level={2}>
        <ul class="related">
          {lines.map((line) => (
            <li>
              <a href={`/practices/${line.id}`} lang={line.lang}>
                {line.title}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    )
  },
}

export const practiceHome: readonly HomePart[] = [newest, drafts]
