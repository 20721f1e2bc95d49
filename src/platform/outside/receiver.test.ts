// A receiver with a certificate of its own, on this machine: what it gets, and what it may not do with whoever sends.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo, LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { postOutside } from './post-outside.ts'

test('a real receiver gets it over https, whole; redirects are not followed, and endless answers not read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vicinia-hook-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=hook.example', '-addext', 'subjectAltName=DNS:hook.example']
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' })
  const got: string[] = []
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    got.push(`${request.method} ${request.url} ${request.headers['webhook-id']}`)
    if (request.url === '/moved') return void response.writeHead(302, { location: '/elsewhere' }).end()
    if (request.url === '/endless') {
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 5)
      response.on('close', () => clearInterval(timer))
      return
    }
    request.resume().on('end', () => response.writeHead(200).end('thank you'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  const base = `https://hook.example:${(server.address() as AddressInfo).port}`
  const lookup: LookupFunction = (_name, options, callback) =>
    options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)
  const send = (path: string) =>
    postOutside(
      { url: `${base}${path}`, headers: { 'webhook-id': 'msg_1' }, body: '{}' },
      { lookup, ca: readFileSync(cert, 'utf8'), patience: 5000 },
    )
  expect(await send('/in')).toMatchObject({ status: 200, answer: 'thank you' })
  expect(await send('/moved')).toMatchObject({ status: 302 })
  expect((await send('/endless')).answer).toHaveLength(300)
  expect(got).toEqual(['POST /in msg_1', 'POST /moved msg_1', 'POST /endless msg_1'])
})
