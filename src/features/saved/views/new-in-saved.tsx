// On the home page: how much is new in one's saved searches.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { savedPath } from '../paths.ts'

export const NewInSaved = ({ t, count }: { readonly t: Translate; readonly count: number }) => (
  <Section title={t('saved.title')}>
    <p>
      <a href={savedPath}>{t('saved.new-for-you', { count })}</a>
    </p>
  </Section>
)
