// The handler: what membership yielded one city in one year.
import { z } from 'zod'
import { dayOf } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import { unkept } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { benefitPath, ownBenefitPath } from './paths.ts'
import { findPlace } from './store.ts'
import { BenefitPage } from './views/benefit-page.tsx'

const firstYear = 2000
const yearQuery = z.object({ year: z.coerce.number().int().min(firstYear).max(2100).optional().catch(undefined) })
/** So many years back are offered; any other can be asked for by its address. */
const offered = 5

async function showBenefit(c: PageVisit): Promise<Response> {
  const { t, db, draw, features, now } = c.var
  const { person } = signedIn(c)
  const place = await findPlace(db, c.req.param('slug') ?? '', person.organisationId, t.lang)
  if (place === undefined) throw notFound()
  const today = Number(dayOf(now).slice(0, 4))
  const query = readQuery(c, yearQuery)
  const year = Math.min((query.valid ? query.value.year : undefined) ?? today, today)
  const sources = features.flatMap(({ benefits = [] }) => benefits).sort((one, other) => one.position - other.position)
  const lines = (await Promise.all(sources.map((source) => source.count(c, place.id, year)))).flat()
  const years = Array.from({ length: offered }, (_, back) => today - back)
  const title = t('benefit.title')
  const ways = sources.flatMap((source) => source.record?.(c, place.slug) ?? [])
  const props = { place, year, years, ways, lines: lines.filter(({ value }) => value !== 0) }
  return unkept(draw({ title: `${title}: ${place.name}` }, <BenefitPage t={t} {...props} />))
}

const showOwn = (c: PageVisit): Response => c.redirect(benefitPath(signedIn(c).person.organisationSlug), 303)

export const routes: readonly Route[] = [get('/members/:slug/benefit', showBenefit), get(ownBenefitPath, showOwn)]
