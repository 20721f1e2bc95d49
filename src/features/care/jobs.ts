// Mails: whoever decides is asked, whoever wrote what was hidden and whoever reported it are told what became of it.
import type { JobParts, Listener } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { carePath, hidingPath, reportPath } from './paths.ts'
import { type Addressee, findAsked, findHiddenNews, findReporter, noteCarers, noteJudges } from './store-mails.ts'

type News = 'waiting' | 'decided' | 'hidden' | 'shown' | 'kept'

/** Never the words, their title or who wrote them: a mail passes through hands that are in no audience. */
async function tell(parts: JobParts, to: Addressee | undefined, news: News, path: string): Promise<void> {
  if (to === undefined) return
  const t = translator(to.lang)
  const network = parts.settings.networkName
  const link = `${parts.settings.baseUrl}${path}`
  await parts.mail({
    to: to.email,
    subject: t(`care.mail-${news}-subject`, { network }),
    text: t(`care.mail-${news}`, { name: to.name, network, link }),
  })
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
    hear: async ({ data }, parts) => {
      const asked = { report: idIn(data['report']), hiding: idIn(data['hiding']), person: idIn(data['person']) }
      const path = asked.report > 0 ? reportPath(asked.report) : hidingPath(asked.hiding)
      await tell(parts, await findAsked(parts.system, asked), 'waiting', path)
    },
  },
  {
    name: 'care.tell-reporter',
    facts: ['report.decided'],
    hear: async ({ data }, parts) =>
      tell(parts, await findReporter(parts.system, idIn(data['report'])), 'decided', carePath),
  },
  {
    name: 'care.tell-author',
    facts: ['contribution.hidden', 'reply.hidden', 'contribution.shown', 'reply.shown', 'appeal.judged'],
    hear: async ({ name, data }, parts) => {
      const id = idIn(data['hiding'])
      const author = await findHiddenNews(parts.system, id)
      if (author === undefined) return
      // An appeal that was granted is told by what is shown again.
      if (name === 'appeal.judged' && author.ended) return
      const news = name === 'appeal.judged' ? 'kept' : name.endsWith('.hidden') ? 'hidden' : 'shown'
      await tell(parts, author, news, hidingPath(id))
    },
  },
]
