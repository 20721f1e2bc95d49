// Every address of the feature.
export const digestPath = '/digests'
/** The mail itself, as it would be sent. */
export const letterPath = '/digests/letter'
export const plainPath = '/digests/letter/text'
export const copiesPath = '/digests/copies'
export const settingPath = '/digests/setting'
/** Ends all digests of this person, without signing in. */
export const endingPath = (link: { by: number; code: string }): string =>
  `/digests/ending?by=${link.by}&code=${link.code}`
