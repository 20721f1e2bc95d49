// The towns that are open in this process, by the way to close them: those of a test file close after it.
export const openTowns = new Set<() => Promise<void>>()
