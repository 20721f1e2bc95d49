// How notices are sealed and where they go: judged by the standards' own words, without a database.
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audienceKinds } from '#kernel/audience.ts'
import { languages } from '#kernel/locale.ts'
import type { Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { openPushService, type PushService } from '../../../testing/push/loopback-push.ts'
import { openSealed } from '../../../testing/push/open-sealed.ts'
import { isAuthSecret, isPublicKey, isPushAddress } from './device.ts'
import { payloadOf, type ToTell } from './payload.ts'
import { sendPush } from './send-push.ts'
import { vapidKeys } from './vapid.ts'
import { workerSource } from './worker-source.ts'

const settings: Settings = {
  ...{
    baseUrl: 'https://vicinia.example',
    dataDir: '',
    secret: 'a secret of thirty-two characters!',
    networkName: 'Vicinia',
  },
  ...{ proxies: 0, confirmAfterDays: 365, pushToLoopback: true },
}

test('the judge opens the example of RFC 8291, section 5', () => {
  const keys = {
    privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
    publicKey: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  }
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
  expect(openSealed(Buffer.from(body, 'base64url'), keys)).toBe('When I grow up, I want to be a watermelon')
  expect([isPublicKey(keys.publicKey), isAuthSecret(keys.auth)]).toEqual([true, true])
  expect(() => openSealed(Buffer.from(`${body.slice(0, -4)}AAAA`, 'base64url'), keys)).toThrow()
})

describe('a notice on its way', () => {
  let service: PushService
  beforeAll(async () => {
    service = await openPushService()
  })
  afterAll(() => service.close())

  test('can be opened by its browser alone, and says who sent it, to whom and for how long', async () => {
    const device = service.subscribe('phone')
    expect(await sendPush(settings, device, '{"title":"Grüße"}', 'notice-1')).toBe('sent')
    const [first] = service.received
    expect(first?.text).toBe('{"title":"Grüße"}')
    expect(first?.headers['content-encoding']).toBe('aes128gcm')
    expect(Number(first?.headers['ttl'])).toBe(86_400)
    expect(first?.headers['topic']).toMatch(/^[\w-]{1,32}$/)
    expect(first?.senderKey).toBe(vapidKeys(settings.secret).publicKey)
    expect(first?.claims.aud).toBe(new URL(device.endpoint).origin)
    expect(first?.claims.sub).toBe('https://vicinia.example')
    expect((first?.claims.exp ?? 0) * 1000 - Date.now()).toBeLessThanOrEqual(86_400_000)
  })

  test.each([
    [404, 'gone'],
    [410, 'gone'],
    [400, 'refused'],
    [413, 'refused'],
    [302, 'refused'],
  ])('answered with %i is %s', async (status, outcome) => {
    service.answer = status
    expect(await sendPush(settings, service.subscribe('other'), '{}', 'x')).toBe(outcome)
    service.answer = 201
  })

  test.each([429, 500, 503])('answered with %i is tried again', async (status) => {
    service.answer = status
    await expect(sendPush(settings, service.subscribe('other'), '{}', 'x')).rejects.toThrow(String(status))
    service.answer = 201
  })

  test('to an address of one’s own network is not even asked', async () => {
    const before = service.asked()
    const { pushToLoopback: _, ...outside } = settings
    expect(await sendPush(outside, service.subscribe('inside'), '{}', 'x')).toBe('refused')
    expect(service.asked()).toBe(before)
  })
})

test('the key of an installation follows from its secret: always the same, and another for another', () => {
  const { publicKey } = vapidKeys(settings.secret)
  expect(isPublicKey(publicKey)).toBe(true)
  expect(vapidKeys(settings.secret).publicKey).toBe(publicKey)
  expect(vapidKeys('another secret of 32 characters!!').publicKey).not.toBe(publicKey)
})

describe('where a notice may go', () => {
  test.each([
    ...['http://push.services.mozilla.com/x', 'https://10.0.0.1/x', 'https://[::1]/x', 'https://[::ffff:7f00:1]/x'],
    ...['https://localhost/x', 'https://db/x', 'https://printer.local/x', 'https://2130706433/', 'https://0x7f.1/'],
    ...['https://user:word@fcm.googleapis.com/x', 'https://fcm.googleapis.com:8443/x', 'file:///etc/passwd', 'x'],
  ])('a browser that names %s is not believed', (address) => expect(isPushAddress(address, false)).toBe(false))

  test.each([
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('a browser that names %s is', (address) => expect(isPushAddress(address, false)).toBe(true))
})

describe('what a notice says', () => {
  const told: ToTell = {
    key: 'n-1',
    path: '/x/1',
    title: 'Weak spot',
    audienceKind: 'public',
    chatham: false,
    amberGoesOut: false,
  }
  const says = (more: Partial<ToTell>) => JSON.parse(payloadOf(translator('en'), 'Vicinia', { ...told, ...more })).body

  test('is the title where everybody or the network may read it, and nothing of anything else', () => {
    expect(audienceKinds.filter((audienceKind) => says({ audienceKind }) === 'Weak spot')).toEqual([
      'public',
      'network',
    ])
    expect(says({ audienceKind: 'room' })).toBe('Something is waiting for you.')
  })

  test('is the title of AMBER things where the network lets it, never of RED ones or under the Chatham House Rule', () => {
    const open = audienceKinds.filter((audienceKind) => says({ audienceKind, amberGoesOut: true }) === 'Weak spot')
    expect(open).toEqual(['public', 'network', 'forum', 'room', 'organisation'])
    expect(says({ audienceKind: 'room', amberGoesOut: true, chatham: true })).toBe('Something is waiting for you.')
  })

  test('fits into what push services take, in every language', () => {
    for (const lang of languages)
      expect(
        Buffer.byteLength(payloadOf(translator(lang), 'Vicinia', { ...told, title: 'Ł'.repeat(200) })),
      ).toBeLessThan(3000)
  })
})

describe('the service worker', () => {
  type Hear = (event: object) => void
  function start() {
    const heard = new Map<string, Hear>()
    const shown: unknown[][] = []
    const opened: string[] = []
    const self = {
      addEventListener: (name: string, hear: Hear) => heard.set(name, hear),
      registration: { showNotification: (...words: unknown[]) => shown.push(words) },
      clients: { openWindow: (address: string) => opened.push(address) },
      location: { origin: 'https://vicinia.example' },
    }
    runInNewContext(workerSource, { self, URL })
    return { heard, shown, opened }
  }
  const waitUntil = () => undefined

  test('shows what was pushed', () => {
    const { heard, shown } = start()
    const pushed = { title: 'Vicinia', body: 'Something', tag: 'n-1', lang: 'en', path: '/x/1' }
    heard.get('push')?.({ data: { json: () => pushed }, waitUntil })
    expect(shown).toEqual([['Vicinia', { body: 'Something', lang: 'en', tag: 'n-1', data: { path: '/x/1' } }]])
  })

  test.each([
    ['/practices/1', 'https://vicinia.example/practices/1'],
    ['//evil.example/x', 'https://vicinia.example'],
    ['https://evil.example/x', 'https://vicinia.example'],
  ])('opens %s at %s', (path, address) => {
    const { heard, opened } = start()
    heard.get('notificationclick')?.({ notification: { close: () => undefined, data: { path } }, waitUntil })
    expect(opened).toEqual([address])
  })
})
