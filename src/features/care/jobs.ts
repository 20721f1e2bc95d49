// Mails: whoever decides is asked, whoever wrote what was hidden and whoever reported it are told what became of it.
import type { JobParts, Listener, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { whenToMail } from '../notices/public.ts'
import { carePath, hidingPath, reportPath } from './paths.ts'
import { type Addressee, findAsked, findHiddenNews, findReporter, noteCarers, noteJudges } from './store-mails.ts'

export type News = 'waiting' | 'decided' | 'hidden' | 'shown' | 'kept'

/** Never the words, their title or who wrote them: a mail passes through hands that are in no audience. */
export const wordsOf = (to: Pick<Addressee, 'name' | 'lang'>, news: News, network: string, link: string): MailWords => {
  const t = translator(to.lang)
  return {
    subject: t(`care.mail-${news}-subject`, { network }),
    text: t(`care.mail-${news}`, { name: to.name, network, link }),
    why: t(`care.mail-${news}-why`),
  }
}

interface Letter {
  readonly news: News
  readonly path: string
  readonly factId: number
}

const canWait: ReadonlySet<News> = new Set(['waiting', 'decided'])

async function tell(parts: JobParts, to: Addressee | undefined, { news, path, factId }: Letter): Promise<void> {
  if (to === undefined) return
  // What was decided about one's own words is for them to know at once.
  if (canWait.has(news) && (await whenToMail(parts, { personId: to.id, factId })) !== 'now') return
  const words = wordsOf(to, news, parts.settings.networkName, `${parts.settings.baseUrl}${path}`)
  await parts.mail({ to: to.email, ...words, id: `care-${news}-${factId}` })
}

const idIn = (value: unknown): number => Number(value ?? 0)

export const listeners: readonly Listener[] = [
  {
    name: 'care.ask-carers',
    facts: ['report.made'],
    hear: ({ data }, { system }) => noteCarers(system, idIn(data['report'])),
  },
  {
    name: 'care.ask-judges',
    facts: ['appeal.made'],
    hear: ({ data }, { system }) => noteJudges(system, idIn(data['hiding'])),
  },
  {
    name: 'care.send-question',
    facts: ['decider.asked'],
    hear: async ({ id, data }, parts) => {
      const asked = { report: idIn(data['report']), hiding: idIn(data['hiding']), person: idIn(data['person']) }
      const path = asked.report > 0 ? reportPath(asked.report) : hidingPath(asked.hiding)
      await tell(parts, await findAsked(parts.system, asked), { news: 'waiting', path, factId: id })
    },
  },
  {
    name: 'care.tell-reporter',
    facts: ['report.decided'],
    hear: async ({ id, data }, parts) => {
      const reporter = await findReporter(parts.system, idIn(data['report']))
      await tell(parts, reporter, { news: 'decided', path: carePath, factId: id })
    },
  },
  {
    name: 'care.tell-author',
    facts: ['contribution.hidden', 'reply.hidden', 'contribution.shown', 'reply.shown', 'appeal.judged'],
    hear: async ({ id: factId, name, data }, parts) => {
      const id = idIn(data['hiding'])
      const author = await findHiddenNews(parts.system, id)
      if (author === undefined) return
      // An appeal that was granted is told by what is shown again.
      if (name === 'appeal.judged' && author.ended) return
      const news = name === 'appeal.judged' ? 'kept' : name.endsWith('.hidden') ? 'hidden' : 'shown'
      await tell(parts, author, { news, path: hidingPath(id), factId })
    },
  },
]
