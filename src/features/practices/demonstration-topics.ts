// The sixteen topics of the demonstration's files, as concepts of the thesaurus.
const concepts: Readonly<Record<string, string>> = {}

export const conceptOf = (topic: string): string => concepts[topic] ?? topic
