// What else may help, and why it is shown.
import { countryName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { Section } from '#ui/page/page.tsx'
import { practicePath } from '../paths.ts'

export interface Related {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly organisationName: string
  readonly country: string
  readonly shared: readonly string[]
}

export const RelatedPractices = ({ t, related }: { readonly t: Translate; readonly related: readonly Related[] }) =>
  related.length === 0 ? null : (
    <Section title={t('practices.related')} level={3}>
      <ul class="related">
        {related.map(({ id, title, lang, organisationName, country, shared }) => (
          <li>
            <a href={practicePath(id, title)} lang={lang}>
              {title}
            </a>
            <span class="related-why">
              {organisationName}, {countryName(t.lang, country)} ·{' '}
              {t('practices.related-why', { concepts: shared.map((slug) => conceptLabel(slug, t.lang)).join(', ') })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
