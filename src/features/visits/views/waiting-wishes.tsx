// On the home page, above all else: cities that wait for an answer about a study visit.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { visitPath } from '../paths.ts'
import type { WaitingWish } from '../store-wishes.ts'

export const WaitingWishes = ({ t, lines }: { readonly t: Translate; readonly lines: readonly WaitingWish[] }) => (
  <Section title={t('visits.waiting')} id="visits-waiting">
    <ul>
      {lines.map((line) => (
        <li>
          {line.organisationName}:{' '}
          <a href={`${visitPath(line.visitId, line.title)}#wishes`} lang={line.lang}>
            {line.title}
          </a>
        </li>
      ))}
    </ul>
  </Section>
)
