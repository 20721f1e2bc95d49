// Up to four practices side by side; the address holds the choice, so it can be sent on.
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { listCitySizes } from '../members/public.ts'
import { comparisonQuery, mostCompared } from './comparison.ts'
import { comparePath, practicesPath } from './paths.ts'
import { listCompared } from './store-comparing.ts'
import { listRelated } from './store-related.ts'
import { ComparisonPage } from './views/comparison-page.tsx'

const proposed = 6

/** Each through the viewer's own policies: what is out of reach is missing, and nobody learns why. */
async function compare(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const input = readQuery(c, comparisonQuery, ['practice'])
  const asked = input.valid ? input.value.practice : []
  const ids = asked.slice(0, mostCompared)
  const practices = await listCompared(db, ids, t.lang)
  const cities = practices.map(({ organisationId }) => organisationId)
  const [first] = practices
  const [sizes, related] = await Promise.all([
    listCitySizes(db, cities),
    first === undefined ? [] : listRelated(db, first, proposed + mostCompared, t.lang),
  ])
  const fresh = related.filter(({ id }) => practices.every((one) => one.id !== id)).slice(0, proposed)
  return draw(
    {
      title: t('practices.compare-title'),
      breadcrumb: [{ label: t('practices.title'), href: practicesPath }],
      styles: ['comparison.css'],
    },
    <ComparisonPage
      t={t}
      practices={practices}
      sizes={sizes}
      related={fresh}
      tooMany={asked.length > mostCompared}
      missing={practices.length < ids.length}
    />,
  )
}

export const comparingRoutes: readonly Route[] = [get(comparePath, compare)]
