// Secrets are sealed for the office whose they are.

/** Purpose and owner of a seal. */
export const sealedFor = (forumId: number | null): [purpose: string, owner: number] => ['webhook', forumId ?? 0]
