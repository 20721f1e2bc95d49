// How somebody answers by mail, told where they look after their own profile.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'

/** `largest`: bytes of one file. */
export const AnsweringByMail = ({ t, largest }: { readonly t: Translate; readonly largest: number }) => (
  <Section title={t('incoming.answering')} id="answering-by-mail">
    <p>{t('incoming.answering-how')}</p>
    <ul>
      <li>{t('incoming.answering-cut', { megabytes: Math.floor(largest / 1_048_576) })}</li>
      <li>{t('incoming.answering-own')}</li>
      <li>{t('incoming.answering-refused')}</li>
      <li>{t('incoming.answering-red')}</li>
    </ul>
  </Section>
)
