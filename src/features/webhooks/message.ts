// What a message says: of what is for everybody or the network also its title and city, of TLP:AMBER ids and addresses alone.
import { tlpLabel } from '#kernel/audience.ts'
import type { ContributionKind } from '#platform/feature.ts'
import type { Told } from './store-sending.ts'

type PathOf = ContributionKind['path']

const isOpen = ({ audienceKind }: Told): boolean => audienceKind === 'public' || audienceKind === 'network'

const wordsOf = ({ title, lang, organisationName, organisationSlug }: Told) => ({
  title,
  lang,
  ...(organisationSlug !== null && { organisation: { name: organisationName, slug: organisationSlug } }),
})

/** JSON; `path` of the kind of contribution. */
export function messageOf(told: Told, baseUrl: string, path: PathOf | undefined): string {
  const { name, at, contributionId: id, kind, audienceKind, replyId } = told
  const open = isOpen(told)
  // The address of AMBER things has no words in it.
  const url = `${baseUrl}${path?.(id, open ? told.title : '') ?? '/'}`
  const contribution = { id, kind, url, tlp: tlpLabel(audienceKind), ...(open && wordsOf(told)) }
  const reply = replyId === null ? {} : { reply: { id: replyId, url: `${baseUrl}/replies/${replyId}` } }
  return JSON.stringify({ type: name, timestamp: at.toISOString(), data: { contribution, ...reply } })
}
