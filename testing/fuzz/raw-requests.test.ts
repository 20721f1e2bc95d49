// Requests as no browser sends them, through a real socket and the real server: an answer below 500 or a closed line, never a break.
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown } from '../app.ts'

const town = await openTown()
const server = createAdaptorServer({ fetch: town.app.fetch })
const longestWait = 15_000
let port = 0
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((done) => server.close(done)))

/** The first line of the answer; empty where the line was closed without one, `silent` when it hangs. */
function send(raw: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(raw))
    let text = ''
    const finish = (line: string) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(line)
    }
    const timer = setTimeout(() => finish('silent'), longestWait)
    socket.on('data', (part) => {
      text += part.toString('latin1')
      if (text.includes('\r\n')) finish(text.slice(0, text.indexOf('\r\n')))
    })
    socket.on('error', () => finish(''))
    socket.on('close', () => finish(text))
  })
}
const get = (target: string, headers = 'Host: localhost'): string =>
  `GET ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`
const post = (target: string, headers: string, body = ''): string =>
  `POST ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n\r\n${body}`
const form = 'Content-Type: application/x-www-form-urlencoded'

test.each([
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a Host that is none', get('/', 'Host: a b"><b>')],
  ['a Host with a path', get('/', 'Host: evil.example/../x')],
  ['an empty Host', get('/', 'Host:')],
  ['two Hosts', get('/', 'Host: localhost\r\nHost: evil.example')],
  ['a whole address as target', get('http://evil.example/practices')],
  ['a target without a slash', get('practices')],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['a way up', get('/../../../../etc/passwd')],
  ['a way up in assets', get('/assets/../../package.json')],
  ['two slashes', get('//evil.example/%2f..')],
  ['broken percent signs', get('/practices/%E0%A4%A?%ZZ=%')],
  ['NUL in the path', get('/members/%00')],
  ['bytes above 127', Buffer.from(get('/practices/é\u00ff?q=ü'), 'latin1')],
  ['a very long path', get(`/${'a'.repeat(15_000)}`)],
  ['a header too long', get('/', `Host: localhost\r\nCookie: ${'a'.repeat(40_000)}`)],
  ['a header with a control character', get('/', 'Host: localhost\r\nX-A: a\u0001b')],
  ['a broken header', get('/', 'Host: localhost\r\nno colon here')],
  [
    'a length and chunks at once',
    post('/language', `${form}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked`, '0\r\n\r\nGET /x HTTP/1.1\r\n\r\n'),
  ],
  ['a chunk that is none', post('/language', `${form}\r\nTransfer-Encoding: chunked`, 'zz\r\nabc\r\n')],
  ['a negative length', post('/language', `${form}\r\nContent-Length: -1`, 'lang=de')],
  ['more promised than sent', post('/language', `${form}\r\nContent-Length: 500`, 'lang=de')],
  [
    'a body packed with gzip',
    post('/language', `${form}\r\nContent-Encoding: gzip\r\nContent-Length: 4`, '\u001f\u008b..'),
  ],
  ['an unknown method', 'BREW /coffee HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['an old protocol', 'GET / HTTP/0.9\r\n\r\n'],
  ['another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
  ['an upgrade', get('/', 'Host: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade')],
  ['HEAD', 'HEAD /practices HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
])('%s', async (_, raw) => {
  const line = await send(raw)
  expect(line).toMatch(/^(?:|HTTP\/1\.1 [234]\d\d .*)$/)
  expect(await send(get('/healthz'))).toBe('HTTP/1.1 200 OK')
})

test('a body that never ends is cut off at its limit', async () => {
  const body = `lang=de&x=${'a'.repeat(1_200_000)}`
  expect(await send(post('/language', `${form}\r\nContent-Length: ${body.length}`, body))).toMatch(
    /^(?:|HTTP\/1\.1 413 .*)$/,
  )
})
