// What somebody watches, by name, in their language.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { ContributionKind } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { conceptLabel, isConcept } from '#thesaurus/vocabulary.ts'
import type { Subscription } from './notice.ts'
import { findAudienceName, listOrganisationNames, type Named } from './store-names.ts'

/** Those that there are, and that the viewer may know of; by what they are, each in the order given. */
export async function nameSubscriptions(
  db: Db,
  subscriptions: readonly Subscription[],
  kinds: ReadonlyMap<string, ContributionKind>,
  lang: Lang,
): Promise<Named[]> {
  const refs = (kind: Subscription['kind']): string[] =>
    subscriptions.filter((one) => one.kind === kind).map(({ ref }) => ref)
  const numbers = (kind: Subscription['kind']): number[] =>
    refs(kind)
      .filter((ref) => /^[1-9]\d{0,8}$/.test(ref))
      .map(Number)
  const concepts = refs('concept').filter(isConcept)
  const organisations = await listOrganisationNames(db, numbers('organisation'), lang)
  const audiences: (Named | undefined)[] = []
  for (const id of numbers('audience')) audiences.push(await findAudienceName(db, id, lang))
  const t = translator(lang)
  const named = refs('kind').flatMap((ref): Named[] => {
    const kind = kinds.get(ref)
    return kind?.arrives === undefined ? [] : [{ kind: 'kind', ref, name: t(kind.plural) }]
  })
  return [
    ...concepts.map((ref): Named => ({ kind: 'concept', ref, name: conceptLabel(ref, lang) })),
    ...organisations,
    ...audiences.filter((one) => one !== undefined),
    ...named,
  ]
}

/** `concept.youth` → what it stands for; undefined where it stands for nothing. */
export function subscriptionFrom(of: string): Subscription | undefined {
  const [, kind, ref] = /^(concept|organisation|audience|kind)\.(.{1,120})$/s.exec(of) ?? []
  return kind === undefined || ref === undefined ? undefined : { kind: kind as Subscription['kind'], ref }
}
