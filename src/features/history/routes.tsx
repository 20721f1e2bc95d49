// The handler of the audit trail.
import { forbidden } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { historyQuery } from './inputs.ts'
import { historyPath } from './paths.ts'
import { mayReadHistory } from './permissions.ts'
import { listHistory } from './store.ts'
import { HistoryPage, type HistoryPageProps } from './views/history-page.tsx'

async function showHistory(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, features, kinds } = c.var
  if (!mayReadHistory(viewer)) throw forbidden()
  const input = readQuery(c, historyQuery)
  const sentences = new Map(features.flatMap((feature) => Object.entries(feature.facts ?? {})))
  const page = await listHistory(db, [...sentences.keys()], input.valid ? input.value.page : 1, t.lang)
  const props: HistoryPageProps = {
    t,
    page,
    sentenceOf: (name) => t(sentences.get(name) ?? ''),
    hrefOf: ({ kind, id, title }) => kinds.get(kind)?.path(id, title),
  }
  return draw({ title: t('history.title') }, <HistoryPage {...props} />)
}

export const routes: readonly Route[] = [get(historyPath, showHistory)]
