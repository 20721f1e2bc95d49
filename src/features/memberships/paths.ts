// Every address of the feature.
export const membershipsPath = '/memberships'
export const membershipsCsvPath = '/memberships.csv'
export const comingPath = '/memberships/coming'
export const oursPath = '/memberships/ours'
export const figuresPath = '/memberships/figures'
export const runPath = (id: number): string => `${figuresPath}/${id}`
export const confirmationPath = (id: number): string => `${runPath(id)}/confirmation`
export const removalPath = (id: number): string => `${runPath(id)}/removal`

/** What can be done about a member's membership; each has a page of its own. */
export const actNames = ['resignation', 'suspension', 'figure', 'renaming', 'merger', 'split'] as const
export type ActName = (typeof actNames)[number]

export const historyPath = (slug: string): string => `${membershipsPath}/${slug}`
export const actPath = (slug: string, act: ActName): string => `${historyPath(slug)}/${act}`
export const withdrawalPath = (slug: string): string => `${actPath(slug, 'resignation')}/withdrawal`
export const liftPath = (slug: string): string => `${actPath(slug, 'suspension')}/end`

/** The list as asked; empty wishes are left out. */
export function listPath(
  path: string,
  query: { readonly day?: string | undefined; readonly forum?: string | undefined; readonly page?: number },
): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== 1) words.set(name, String(value))
  return words.size === 0 ? path : `${path}?${words}`
}
