// Of the data protection page, where an embedder or a translation service elsewhere is configured: what it is sent.
import type { Translate } from '#kernel/locale.ts'
import type { Meaning } from '#platform/embedding/embedder.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'

/** `host`: where it is sent. */
export const SentForSearch = ({ t, host, reach }: { t: Translate; host: string; reach: Meaning['reach'] }) => (
  <Section title={t('home.privacy-meaning')} id="meaning">
    <Prose html={renderMarkdown(t(`home.privacy-meaning-${reach}`, { host }))} />
  </Section>
)

export const SentForTranslation = ({ t, host }: { t: Translate; host: string }) => (
  <Section title={t('home.privacy-translation')} id="translation">
    <Prose html={renderMarkdown(t('home.privacy-translation-text', { host }))} />
  </Section>
)
