// What was asked before about the same. Opens beside the form: what was typed there is nowhere else yet.
import { countryName, type Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import type { FoundItem } from '../../search/public.ts'

const cityOf = (t: Translate, { organisation, country }: FoundItem): string =>
  [organisation?.name, country !== undefined && countryName(t.lang, country)].filter(Boolean).join(', ')

export const EarlierPolls = ({ t, found }: { t: Translate; found: readonly FoundItem[] }) =>
  found.length === 0 ? null : (
    <Section title={t('polls.earlier')} id="earlier">
      <p>{t('polls.earlier-text')}</p>
      <ul class="related">
        {found.map((item) => (
          <li>
            <a href={item.url} target="_blank" rel="noopener" lang={item.lang === t.lang ? undefined : item.lang}>
              {item.title}
            </a>
            <span class="related-why">{cityOf(t, item)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
