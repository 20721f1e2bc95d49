// Where notices may be sent: browsers name the address, so whoever has one could name any. Never into networks of one's own.
import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net'

/** Not of the internet (IANA, special-purpose address registries of IPv4 and IPv6). */
const special = new BlockList()
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
])
  special.addSubnet(network, bits, 'ipv4')
// Of IPv6 only 2000::/3 is the internet; within it these lead elsewhere, some of them to addresses of IPv4.
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, bits, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

export const isOfInternet = (address: string): boolean =>
  isIP(address) !== 0 &&
  !special.check(address, familyOf(address)) &&
  (isIPv4(address) || global.check(address, 'ipv6'))

/** `toLoopback`: for tests, in which the push service runs beside. */
const mayReach = (address: string, toLoopback: boolean): boolean =>
  isOfInternet(address) || (toLoopback && isIP(address) !== 0 && loopback.check(address, familyOf(address)))

/** Of push services, by the look of it: https on its own port, and no address of a network of one's own. */
export function isPushAddress(text: string, toLoopback: boolean): boolean {
  const url = URL.parse(text)
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false
  if (url.port !== '' && !toLoopback) return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return mayReach(host, toLoopback)
  return host.includes('.') && !/\.(?:local|internal|localhost|home|lan|test|invalid|example)\.?$/.test(host)
}

/**
 * The look-up of the connection itself: what a name means is judged at the moment at which it is used, so no second answer of a
 * name server leads elsewhere.
 */
export const lookUpWithin =
  (toLoopback: boolean): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) return callback(error, '', 0)
      const outside = addresses.find(({ address }) => !mayReach(address, toLoopback))
      if (outside !== undefined)
        return callback(Object.assign(new Error(`${host} is not of the internet`), { code: 'EACCES' }), '', 0)
      if (options.all === true) return callback(null, addresses)
      return callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }
