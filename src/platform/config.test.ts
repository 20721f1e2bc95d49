// Settings that belong together: an embedder is an address with a model, or a folder, and reads what it is said to; a
// translation service needs what its kind needs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadConfig } from './config.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'vicinia-config-'))
afterAll(() => rmSync(DATA_DIR, { recursive: true }))

const load = (settings: Record<string, string>) => loadConfig({ DATA_DIR, ...settings })
const embeddingOf = (settings: Record<string, string>) => {
  const config = load(settings)
  if (!config.done) throw new Error(config.refusal)
  return config.value.embedding
}
const address = { EMBEDDING_ADDRESS: 'https://models.example.org/v1/', EMBEDDING_MODEL: 'small' }

describe('an embedder', () => {
  test('is none unless one is named', () => {
    expect(embeddingOf({})).toBeUndefined()
    expect(embeddingOf({ EMBEDDING_ADDRESS: '', EMBEDDING_FOLDER: ' ', EMBEDDING_REACH: '' })).toBeUndefined()
  })

  test('at an address reads what is public, unless it is said to be one’s own', () => {
    const service = { address: 'https://models.example.org/v1', model: 'small', key: undefined }
    expect(embeddingOf(address)).toEqual({ ...service, reach: 'public' })
    expect(embeddingOf({ ...address, EMBEDDING_REACH: 'all', EMBEDDING_KEY: 'k' })).toEqual({
      ...service,
      key: 'k',
      reach: 'all',
    })
  })

  test('in a folder reads all, unless less is wanted', () => {
    expect(embeddingOf({ EMBEDDING_FOLDER: DATA_DIR })).toEqual({ folder: DATA_DIR, reach: 'all' })
    expect(embeddingOf({ EMBEDDING_FOLDER: DATA_DIR, EMBEDDING_REACH: 'public' })).toMatchObject({ reach: 'public' })
  })
})

const answers = { REPLY_ADDRESS: 'Reply@Example.org', IMAP_URL: 'imaps://me:geheim@mail.example.org' }

test('answers by mail come in where an address and a way are named', () => {
  const config = load({ ...answers, MAIL_LISTENER: 'lmtp://127.0.0.1:2400', AUTHSERV_ID: 'Mail.example.org' })
  expect(config.done && config.value.receiving).toEqual({
    address: 'reply@example.org',
    mailbox: answers.IMAP_URL,
    listener: 'lmtp://127.0.0.1:2400',
    judge: 'mail.example.org',
  })
  const none = load({})
  expect(none.done && none.value.receiving).toBeUndefined()
})

describe('a translation service', () => {
  const translationOf = (settings: Record<string, string>) => {
    const config = load(settings)
    return config.done ? config.value.translation : config.refusal
  }
  test('is none unless one is named', () => expect(translationOf({ TRANSLATION_PROVIDER: ' ' })).toBeUndefined())

  test.each([
    [{ TRANSLATION_PROVIDER: 'deepl', TRANSLATION_KEY: 'k:fx' }, 'https://api-free.deepl.com'],
    [{ TRANSLATION_PROVIDER: 'deepl', TRANSLATION_KEY: 'k' }, 'https://api.deepl.com'],
    [
      { TRANSLATION_PROVIDER: 'etranslation', TRANSLATION_USER: 'city', TRANSLATION_KEY: 'k' },
      'https://webgate.ec.europa.eu/etranslation/si',
    ],
    [{ TRANSLATION_PROVIDER: 'apertium', TRANSLATION_ADDRESS: 'http://127.0.0.1:2737/' }, 'http://127.0.0.1:2737'],
  ])('%o', (settings, at) => expect(translationOf(settings)).toMatchObject({ address: at }))

  test.each([
    [{ TRANSLATION_PROVIDER: 'apertium' }, 'TRANSLATION_ADDRESS is wrong: "" must say where apertium is.'],
    [{ TRANSLATION_PROVIDER: 'deepl' }, 'TRANSLATION_KEY is wrong: it must hold the key that deepl asks for.'],
    [{ TRANSLATION_PROVIDER: 'etranslation', TRANSLATION_KEY: 'k' }, 'TRANSLATION_USER is wrong'],
    [
      { TRANSLATION_PROVIDER: 'libretranslate', TRANSLATION_ADDRESS: 'https://me:pw@translate.example' },
      'a key belongs into TRANSLATION_KEY',
    ],
    [{ TRANSLATION_KEY: 'geheim' }, 'TRANSLATION_KEY is wrong: it needs TRANSLATION_PROVIDER beside it.'],
  ])('%o is refused with a sentence', (settings, sentence) => expect(translationOf(settings)).toContain(sentence))
})

test.each([
  [
    { REPLY_ADDRESS: 'reply@example.org' },
    /^The setting REPLY_ADDRESS is wrong: .+ nobody would receive the answers\.$/,
  ],
  [{ ...answers, REPLY_ADDRESS: 'much-too-long@example.org' }, /^The setting REPLY_ADDRESS .+ at most 12 characters/],
  [{ IMAP_URL: answers.IMAP_URL }, /^The setting IMAP_URL is wrong: it needs REPLY_ADDRESS beside it\.$/],
  [{ ...answers, IMAP_URL: 'imaps://mail.example.org' }, /^The setting IMAP_URL is wrong: it must name the user/],
  [
    { ...answers, IMAP_URL: 'https://me:geheim@mail.example.org' },
    /^The setting IMAP_URL is wrong: it must be an address/,
  ],
  [{ ...answers, MAIL_LISTENER: 'lmtp://127.0.0.1' }, /^The setting MAIL_LISTENER is wrong: .+ must name a port/],
  [
    { EMBEDDING_ADDRESS: 'https://models.example.org' },
    /^The setting EMBEDDING_MODEL is wrong: "" must name the model/,
  ],
  [{ ...address, EMBEDDING_FOLDER: DATA_DIR }, /^The setting EMBEDDING_FOLDER is wrong: .+ take one of them\.$/],
  [{ ...address, EMBEDDING_ADDRESS: 'https://me:pw@models.example.org' }, /a key belongs into EMBEDDING_KEY\.$/],
  [{ EMBEDDING_KEY: 'geheim' }, /^The setting EMBEDDING_KEY is wrong: it needs EMBEDDING_ADDRESS beside it\.$/],
])('%o is refused with a sentence', (settings, sentence) => {
  const config = load(settings)
  expect(config.done ? '' : config.refusal).toMatch(sentence)
})
