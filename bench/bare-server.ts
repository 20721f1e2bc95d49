// The yardstick of bench:web: node:http sending as many bytes of HTML as it is told, and nothing else.
import { createServer } from 'node:http'

const body = Buffer.alloc(Number(process.argv[2]), 'a')
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', 'content-length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.(address.port)
})
