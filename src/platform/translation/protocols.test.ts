// Each service by its documented protocol, and what each failure says; never a text or a key.
import { beforeEach, describe, expect, test } from 'vitest'
import {
  asDeepL,
  asETranslation,
  asLibreTranslate,
  openTranslationServer,
} from '../../../testing/translation-server.ts'
import { deepl } from './deepl.ts'
import { digestAnswer } from './digest.ts'
import { etranslation } from './etranslation.ts'
import { libretranslate } from './libretranslate.ts'
import { createTranslator } from './open-translator.ts'
import type { TranslationRequest } from './translator.ts'

const glossaries = new Map<string, string>()
const libre = await openTranslationServer(asLibreTranslate)
const deep = await openTranslationServer(asDeepL(glossaries))
const commission = await openTranslationServer(asETranslation)
for (const server of [libre, deep, commission])
  beforeEach(() => {
    server.sent.length = 0
    server.failing = 'well'
  })

const pieces = ['Die <span id="1">Stadt</span> &amp; ihr Ordnungsamt', 'Zweiter Satz']
const request: TranslationRequest = {
  ...{ pieces, from: 'de', to: 'pt', glossary: [] },
  arrival: 'https://vicinia.example/translations/arrivals/token',
}
const shouted = ['DIE <span id="1">STADT</span> &amp; IHR ORDNUNGSAMT', 'ZWEITER SATZ']
const settings = { key: 'geheim', patience: 300 }

describe('LibreTranslate', () => {
  const service = libretranslate({ address: libre.address, ...settings })

  test('translates a list of pieces as HTML, and says which languages it knows', async () => {
    expect(await service.translate(request)).toEqual(shouted)
    expect(await service.pairs()).toContain('de-pt')
  })

  test.each([
    [{ status: 403 }, 'refused', 'answered 403.'],
    [{ status: 429 }, 'busy', 'answered 429.'],
    [{ status: 500 }, 'unreached', 'answered 500.'],
    [{ body: '<html>Sign in</html>' }, 'nonsense', 'something else than a translation'],
    [{ body: '{"translatedText":["one only"]}' }, 'nonsense', 'something else than a translation'],
    [{ body: '{"translatedText":[1,2]}' }, 'nonsense', 'something else than a translation'],
    [{ body: '{"translatedText":["a\\u0000b","y"]}' }, 'nonsense', 'something else than a translation'],
    [{ body: '{"translatedText":["a\\ud800","y"]}' }, 'nonsense', 'something else than a translation'],
    [{ body: JSON.stringify({ translatedText: ['x'.repeat(3000), 'y'] }) }, 'nonsense', 'something else'],
    [{ body: `{"translatedText":"${'x'.repeat(10_000_000)}"}` }, 'nonsense', 'more than 4194304 bytes'],
    ['never', 'late', 'in time'],
  ] as const)('%.40j', async (failing, reason, sentence) => {
    libre.failing = failing
    const failure = await service.translate(request).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'TranslationFailure', reason })
    expect(String(failure)).toContain(sentence)
    expect(String(failure)).not.toMatch(/Ordnungsamt|geheim/)
  })

  test('it is followed nowhere else', async () => {
    libre.failing = { status: 307 }
    await expect(service.translate(request)).rejects.toMatchObject({ reason: 'unreached' })
    expect(libre.sent).toHaveLength(1)
  })
})

describe('DeepL', () => {
  const service = deepl({ address: deep.address, key: 'geheim:fx', patience: 300 })

  test('says which Portuguese, and makes no glossary where no concept occurs', async () => {
    expect(await service.translate(request)).toEqual(shouted)
    expect(deep.sent.map(({ path }) => path)).toEqual(['/v2/translate'])
    expect(JSON.parse(deep.sent[0]?.body ?? '')).toMatchObject({
      source_lang: 'DE',
      target_lang: 'PT-PT',
      tag_handling: 'xml',
    })
    expect(await service.pairs()).toEqual(new Set(['de-en', 'de-pt', 'de-de', 'pt-en', 'pt-pt', 'pt-de']))
  })

  test('hands over the concepts as a glossary, and deletes it afterwards, also when the translation fails', async () => {
    const glossary = [{ from: 'Ordnungsamt', to: 'serviço\tmunicipal' }]
    expect(await service.translate({ ...request, glossary })).toEqual(shouted)
    expect(JSON.parse(deep.sent[0]?.body ?? '')).toMatchObject({
      entries: 'Ordnungsamt\tserviço municipal',
      source_lang: 'de',
      target_lang: 'pt',
    })
    await expect.poll(() => glossaries.size).toBe(0)
    deep.sent.length = 0
    await expect(service.translate({ ...request, glossary, to: 'EN' })).rejects.toMatchObject({ reason: 'refused' })
    expect(deep.sent.map(({ path }) => path).slice(0, 2)).toEqual(['/v2/glossaries', '/v2/translate'])
    await expect.poll(() => glossaries.size).toBe(0)
  })

  test('sends no more than fifty pieces at once, and gives them back in their order', async () => {
    const many = Array.from({ length: 120 }, (_, number) => `satz ${number}`)
    expect(await service.translate({ ...request, pieces: many })).toEqual(many.map((piece) => piece.toUpperCase()))
    expect(deep.sent.filter(({ path }) => path === '/v2/translate')).toHaveLength(3)
  })

  test('what was paid for is used up', async () => {
    deep.failing = { status: 456 }
    await expect(service.translate(request)).rejects.toMatchObject({ reason: 'used-up' })
  })
})

describe('eTranslation', () => {
  const account = { user: 'vicinia', password: 'geheim' }
  const service = etranslation({ address: commission.address, account, patience: 300 })

  test('takes the order after a challenge, without the password and without a person, and answers later', async () => {
    expect(await service.translate(request)).toBe('later')
    const [first, order] = commission.sent
    expect(first).toMatchObject({ path: '/translate', body: '' })
    expect(order?.headers.authorization).not.toContain('geheim')
    const body = JSON.parse(order?.body ?? '')
    expect(body).toMatchObject({
      callerInformation: { application: 'vicinia', username: 'vicinia' },
      sourceLanguage: 'DE',
      targetLanguages: ['PT'],
      destinations: { httpDestinations: ['https://vicinia.example/translations/arrivals/token'] },
      errorCallback: 'https://vicinia.example/translations/arrivals/token/failure',
    })
    expect(Buffer.from(body.documentToTranslateBase64.content, 'base64').toString()).toContain(
      `<p id="b0">${pieces[0]}</p>`,
    )
  })

  test('reads what is brought, in base64 or as it is', () => {
    const page = '<html><body><p id="b0">A &amp; B</p>\n<p id="b1">C</p></body></html>'
    expect(service.read?.(Buffer.from(page).toString('base64'), 2)).toEqual(['A &amp; B', 'C'])
    expect(service.read?.(page, 2)).toEqual(['A &amp; B', 'C'])
    for (const wrong of ['', 'x', page.replace('b1', 'b0'), '<p id="b1">C</p><p id="b0">A</p>'])
      expect(() => service.read?.(wrong, 2)).toThrow('something else than a translation')
  })

  test.each(['-20001', 'request accepted', '<html>'])('an answer that is no number of a request: %s', async (body) => {
    const wrong = await openTranslationServer((sent) =>
      sent.headers.authorization === undefined ? asETranslation(sent) : { body },
    )
    await expect(etranslation({ address: wrong.address, account }).translate(request)).rejects.toThrow(
      'eTranslation at',
    )
  })

  test('whoever asks for no digest gets no text', async () => {
    const wrong = await openTranslationServer(() => ({ status: 200, body: '1' }))
    await expect(etranslation({ address: wrong.address, account }).translate(request)).rejects.toThrow('challenge')
    expect(wrong.sent.map(({ body }) => body)).toEqual([''])
  })
})

test('A digest is computed as RFC 7616 shows it (section 3.9.1)', () => {
  const challenge =
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
  const answer = digestAnswer(
    challenge,
    { user: 'Mufasa', password: 'Circle of Life' },
    { method: 'GET', path: '/dir/index.html' },
    'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  )
  expect(answer).toContain('response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"')
})

test('What a service can do is asked for beside the page: until it is known nobody is refused, and a failure is asked again', async () => {
  let now = 0
  let fails = true
  const provider = {
    ...libretranslate({ address: libre.address }),
    pairs: async () => {
      if (fails) throw new Error('away')
      return new Set(['de-pt'])
    },
  }
  const warned: unknown[] = []
  const log = { warn: (what: unknown) => void warned.push(what) }
  const service = createTranslator(provider, { address: 'https://translate.example/v1', log, clock: () => now })
  expect(service.offers('pl', 'nl')).toBe(true)
  await expect.poll(() => warned).toHaveLength(1)
  fails = false
  now = 61_000
  service.offers('pl', 'nl')
  await expect.poll(() => service.offers('pl', 'nl')).toBe(false)
  expect([service.offers('de', 'pt'), service.offers('de', 'de')]).toEqual([true, false])
  expect(service.sentTo).toBe('translate.example')
})
