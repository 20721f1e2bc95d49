// Every address of the feature, and that of the profile on which its pause stands.
export const unansweredPath = '/asked/unanswered'
export const pausePath = '/asked/pause'
export const ownProfileHref = '/people/me'
export const declinePath = (id: number): string => `/asked/${id}/refusal`
export const namingPath = (id: number): string => `/asked/${id}/colleague`
export const decliningPath = (link: { by: number; of: number; code: string }): string =>
  `/asked/declining?by=${link.by}&of=${link.of}&code=${link.code}`
