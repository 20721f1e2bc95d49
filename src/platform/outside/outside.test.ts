// Addresses that somebody typed lead to the internet and nowhere else; what is signed is what others' libraries verify.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { postOutside, wrongAddress } from './post-outside.ts'
import { isPublicAddress } from './public-address.ts'
import { newWebhookSecret, signedHeaders } from './standard-webhooks.ts'

describe('no address of this house', () => {
  test.each([
    ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '169.254.169.254', '172.31.0.1', '192.168.1.1', '100.64.0.1'],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'ff02::1',
    ],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '203.0.113.9', 'fd00::1', '2001:db8::1', '2001:0:1::'],
    ...['localhost', '', '1', 'example.org'],
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(false))

  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )

  test.each([
    ...[
      'http://example.org',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://me:pw@example.org',
    ],
    ...[
      'https://[::ffff:169.254.169.254]/',
      'file:///etc/passwd',
      'example.org',
      'https://169.254.169.254/latest/meta-data',
    ],
  ])('%s is refused before anything is asked', (url) => expect(wrongAddress(url)).toBeDefined())

  test('only tests reach what runs beside them, and nothing else of this house', () => {
    const reached = ['127.0.0.1', '::1', '10.1.2.3', '169.254.169.254', 'fd00::1', 'localhost', '8.8.8.8']
    expect(reached.filter((address) => isPublicAddress(address, true))).toEqual(['127.0.0.1', '::1', '8.8.8.8'])
    expect(wrongAddress('https://127.0.0.1:8443/x', true)).toBeUndefined()
  })

  test('a name that leads to this machine is found out when it is connected to', async () => {
    const sent = await postOutside({ url: 'https://localhost:1/x', headers: {}, body: '{}' })
    expect(sent).toMatchObject({ status: null, why: 'not-public' })
  })
})

test('each secret signs the message, as the specification verifies it', () => {
  const secrets = [newWebhookSecret(), newWebhookSecret()]
  const headers = signedHeaders({ id: 'msg_1', body: '{"a":1}', at: new Date(1_700_000_000_500) }, secrets)
  expect(headers['webhook-timestamp']).toBe('1700000000')
  const given = (headers['webhook-signature'] ?? '').split(' ')
  for (const [at, secret] of secrets.entries()) {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    expect(key).toHaveLength(32)
    const wanted = `v1,${createHmac('sha256', key).update('msg_1.1700000000.{"a":1}').digest('base64')}`
    expect(timingSafeEqual(Buffer.from(given[at] ?? ''), Buffer.from(wanted))).toBe(true)
  }
})

test('what others’ libraries compute is what we sign (npm: standardwebhooks 1.1.1)', () => {
  const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`
  const message = { id: 'msg_1', body: '{"a":"ü"}', at: new Date(1_700_000_000_500) }
  expect(signedHeaders(message, [secret])['webhook-signature']).toBe('v1,qi3KA4H2xc0dKVL5v1BE80vRhlZK/75dvxDABLX7vu0=')
})
