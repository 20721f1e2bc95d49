// For tests: a town with a translation service that answers in capitals, and people who ask in English and read in German.
import { expect } from 'vitest'
import { libretranslate } from '#platform/translation/libretranslate.ts'
import { createTranslator } from '#platform/translation/open-translator.ts'
import type { Provider, Translator } from '#platform/translation/translator.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asLibreTranslate, openTranslationServer, type TranslationServer } from '../../../testing/translation-server.ts'

const log = { warn: () => undefined }

export const translatorOf = (provider: Provider, address = 'https://translate.example'): Translator =>
  createTranslator(provider, { address, log })

export async function openTranslatedTown(): Promise<{ town: Town; service: TranslationServer }> {
  const service = await openTranslationServer(asLibreTranslate)
  const translator = translatorOf(libretranslate({ address: service.address, key: 'geheim', patience: 3000 }))
  return { town: await openTown('demonstration', 'http://localhost', undefined, {}, translator), service }
}

/** Presses the button and follows to the page. */
export async function translated(who: Visitor, what: string): Promise<string> {
  const answer = await who.post(`/${what}/translation`)
  expect(answer.status).toBe(303)
  return who.page(answer.headers.get('location') ?? '')
}
