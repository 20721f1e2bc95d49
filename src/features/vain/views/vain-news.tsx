// On the home page of the office: how many words found nothing; the way to the list also where none did.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { vainPath } from '../paths.ts'

export const VainNews = ({ t, count }: { readonly t: Translate; readonly count: number }) => (
  <Section title={t('vain.title')}>
    <p>
      <a href={vainPath}>{t('vain.count', { count })}</a>
    </p>
  </Section>
)
