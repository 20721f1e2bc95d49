// The digest, with invented values: one of each section, and something that no mail names.
import { formatDate } from '#kernel/locale.ts'
import type { MailExample } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { baseUrl, day, network, reader, title, writer } from '#platform/mail/examples.ts'
import { editionOf, type Given, type Told } from './edition.ts'
import { letterOf } from './letter.ts'

const toldAs = (id: number, audienceKind: Told['audienceKind']): Told => ({
  ...{ id, kind: 'practice', title, summary: title, lang: 'de', of: writer.cityName, audienceKind },
  namedNowhere: audienceKind === 'persons',
})
const told = new Map(
  [toldAs(1, 'network'), toldAs(2, 'public'), toldAs(3, 'forum'), toldAs(4, 'room'), toldAs(5, 'persons')].map(
    (one) => [one.id, one],
  ),
)
const given = (['asked', 'news', 'decide', 'ends', 'news'] as const).map(
  (section, index): Given => ({ contributionId: index + 1, section, counts: true }),
)

export const mailExamples: readonly MailExample[] = [
  {
    name: 'digests.digest',
    example: (lang) => {
      const t = translator(lang)
      const edition = editionOf(given, told, { t, kinds: new Map(), amberBodies: false })
      const frame = { t, network, name: reader.name, office: false, day: formatDate(lang, day), baseUrl }
      const links = {
        settings: '/notices/settings',
        home: '/',
        ending: `${baseUrl}/digests/ending?by=7&code=${'0'.repeat(43)}`,
      }
      return letterOf({ ...frame, ...links, areas: ['asked', 'watched', 'searches'] }, edition)
    },
  },
]
