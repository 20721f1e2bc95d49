// A member in the words of schema.org, for search engines.
import type { MemberInFull } from './member.ts'

export const jsonLdOf = (member: MemberInFull, name: string, address: string): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': member.kind === 'office' || member.kind === 'partner' ? 'Organization' : 'AdministrativeArea',
  name,
  alternateName: [...new Set([member.localName, ...Object.values(member.names)])].filter((other) => other !== name),
  url: address,
  ...(member.website === null ? {} : { sameAs: member.website }),
  ...(member.latitude === null || member.longitude === null
    ? {}
    : { geo: { '@type': 'GeoCoordinates', latitude: member.latitude, longitude: member.longitude } }),
})
