// A vocabulary of five concepts for tests, so that they do not change with the real one.
import { createConceptGraph } from './concept-graph.ts'
import { parseConcepts } from './parse-concepts.ts'

export const fixtureText = `# Public space
= public-space
note: Streets and squares.
de: öffentlicher Raum; Stadtraum
en: public space
fr: espace public
nl: openbare ruimte
pl: przestrzeń publiczna

= lighting < public-space
related: underpass
de: Straßenbeleuchtung; Beleuchtung
en: street lighting; lighting
fr: éclairage public; éclairage
nl: straatverlichting; verlichting
pl: oświetlenie uliczne

= underpass < public-space
de: Unterführung; Fußgängertunnel
en: underpass
fr: passage souterrain
nl: onderdoorgang; fietstunnel
pl: przejście podziemne

= school
de: Schule
en: school
fr: école

= safe-way < school
de: sicherer Schulweg
en: safe route to school
fr: chemin de l’école
`

export const fixtureGraph = createConceptGraph(parseConcepts(fixtureText, 'fixture.txt').concepts)
