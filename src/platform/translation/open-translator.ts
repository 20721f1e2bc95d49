// From the settings to what the features are given: undefined where no service is configured, and then nobody is offered anything.
import type { Log } from '../log.ts'
import { apertium } from './apertium.ts'
import { deepl } from './deepl.ts'
import { etranslation } from './etranslation.ts'
import { libretranslate } from './libretranslate.ts'
import { type Provider, type ProviderId, providerNames, type Translator } from './translator.ts'

export interface TranslationSettings {
  readonly provider: ProviderId
  readonly address: string
  readonly key: string | undefined
  readonly user: string | undefined
}

const keptFor = 3_600_000
const againAfter = 60_000

const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)

/** What it can do is asked for beside the page that wants to know, and never waited for. */
function known(provider: Provider, log: Pick<Log, 'warn'>, clock: () => number): Translator['offers'] {
  let pairs: ReadonlySet<string> | undefined
  let askAgain = 0
  const refresh = (): void => {
    askAgain = clock() + againAfter
    provider.pairs().then(
      (listed) => {
        pairs = listed
        askAgain = clock() + keptFor
      },
      (error: unknown) => log.warn({ err: error }),
    )
  }
  refresh()
  return (from, to) => {
    if (clock() >= askAgain) refresh()
    return from !== to && (pairs === undefined || pairs.has(`${from}-${to}`))
  }
}

/** A service as the house uses it; `clock` in milliseconds. */
export function createTranslator(
  provider: Provider,
  { address, log, clock = Date.now }: { address: string; log: Pick<Log, 'warn'>; clock?: () => number },
): Translator {
  const { hostname } = new URL(address)
  const { id, takesGlossary, translate, read } = provider
  return {
    ...{ id, takesGlossary, translate, ...(read && { read }) },
    name: providerNames[id],
    sentTo: isThisMachine(hostname) ? undefined : hostname,
    offers: known(provider, log, clock),
  }
}

const providerOf = ({ provider, address, key, user = '' }: TranslationSettings): Provider => {
  if (provider === 'etranslation') return etranslation({ address, account: { user, password: key ?? '' } })
  if (provider === 'deepl') return deepl({ address, key })
  return provider === 'apertium' ? apertium({ address, key }) : libretranslate({ address, key })
}

export const openTranslator = (settings: TranslationSettings | undefined, log: Log): Translator | undefined =>
  settings && createTranslator(providerOf(settings), { address: settings.address, log })
