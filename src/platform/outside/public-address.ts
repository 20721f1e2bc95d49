// Which addresses of the network are somebody's on the internet: none of this machine, of the house it stands in, or of nobody.
import { lookup as lookUp } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** The registries of special-purpose addresses (IANA, RFC 6890 and after): what is not reachable globally. */
const notPublic = new BlockList()
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  notPublic.addSubnet(net, bits, 'ipv4')
/** Global unicast is 2000::/3 alone; within it what stands for other networks: Teredo, documentation, 6to4. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(net, bits, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** An address that was resolved, or stands in an URL without its brackets. `toLoopback`: for tests, whose services run beside. */
export function isPublicAddress(address: string, toLoopback = false): boolean {
  const family = isIP(address)
  if (toLoopback && family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')) return true
  if (family === 4) return !notPublic.check(address, 'ipv4')
  return family === 6 && global6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

export class NotPublic extends Error {
  override readonly name = 'NotPublic'
}

/**
 * For `lookup` of a connection: judged is the very address that is connected to, so that a name which leads elsewhere a moment
 * later leads nowhere. A name with one private address among others is refused whole.
 */
export const publicLookup =
  (toLoopback = false): LookupFunction =>
  (hostname, options, callback) =>
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 4)
      const [first] = found
      if (first === undefined || !found.every(({ address }) => isPublicAddress(address, toLoopback)))
        return callback(new NotPublic('leads to no public address'), '', 4)
      return options.all ? callback(null, found) : callback(null, first.address, first.family)
    })
