// The settings of translation, judged together: each service needs something else.
import type { TranslationSettings } from './open-translator.ts'
import type { ProviderId } from './translator.ts'

interface Raw {
  readonly TRANSLATION_PROVIDER?: string | undefined
  readonly TRANSLATION_ADDRESS?: string | undefined
  readonly TRANSLATION_KEY?: string | undefined
  readonly TRANSLATION_USER?: string | undefined
}
type Wrong = [name: keyof Raw, sentence: string] | undefined

/** Keys of the free plan end in `:fx` and are good at an address of their own. */
const deeplAddress = (key = ''): string => `https://api${key.endsWith(':fx') ? '-free' : ''}.deepl.com`

const addressOf = ({ TRANSLATION_ADDRESS: address, TRANSLATION_KEY: key }: Raw, provider: ProviderId) => {
  if (address !== undefined) return address.replace(/\/+$/, '')
  if (provider === 'deepl') return deeplAddress(key)
  return provider === 'etranslation' ? 'https://webgate.ec.europa.eu/etranslation/si' : undefined
}

const besideNothing = (settings: Raw): Wrong => {
  for (const name of ['TRANSLATION_ADDRESS', 'TRANSLATION_KEY', 'TRANSLATION_USER'] as const)
    if (settings[name] !== undefined) return [name, 'needs TRANSLATION_PROVIDER beside it']
  return undefined
}

/** What only makes sense together with another setting; a name and a sentence. */
export function wrongTranslation(settings: Raw): Wrong {
  const { TRANSLATION_PROVIDER: provider, TRANSLATION_KEY: key, TRANSLATION_USER: user } = settings
  if (provider === undefined) return besideNothing(settings)
  const url = URL.parse(settings.TRANSLATION_ADDRESS ?? '')
  if (url?.username || url?.search)
    return ['TRANSLATION_ADDRESS', 'must hold neither user nor question; a key belongs into TRANSLATION_KEY']
  if ((provider === 'deepl' || provider === 'etranslation') && key === undefined)
    return ['TRANSLATION_KEY', `must hold the ${provider === 'deepl' ? 'key' : 'password'} that ${provider} asks for`]
  if (provider === 'etranslation' && user === undefined)
    return ['TRANSLATION_USER', 'must name the application that eTranslation knows']
  if (addressOf(settings, provider as ProviderId) === undefined)
    return ['TRANSLATION_ADDRESS', `must say where ${provider} is`]
  return undefined
}

/** Of settings that were judged. */
export function translationFrom(settings: Raw): TranslationSettings | undefined {
  const provider = settings.TRANSLATION_PROVIDER as ProviderId | undefined
  const address = provider && addressOf(settings, provider)
  if (provider === undefined || address === undefined) return undefined
  return { provider, address, key: settings.TRANSLATION_KEY, user: settings.TRANSLATION_USER }
}
