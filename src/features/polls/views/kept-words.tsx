// What somebody typed into the form of a poll that is gone: theirs to copy, since there is no form to give it back in.
import type { Translate } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { PlainText } from '#ui/prose/prose.tsx'
import { pollsPath } from '../paths.ts'

/** Texts and numbers; places of choices say nothing without the poll. */
const wordsIn = (typed: Typed): string[] =>
  Object.entries(typed).flatMap(([name, value]) =>
    /^item-\d+$/.test(name) && typeof value === 'string' && value.trim().length > 2 ? [value] : [],
  )

export const KeptWords = ({ t, typed }: { t: Translate; typed: Typed }) => (
  <>
    <PageTitle t={t} title={t('polls.gone')} lead={t('polls.gone-text')} />
    <PageBody>
      {wordsIn(typed).map((text) => (
        <PlainText text={text} />
      ))}
      <ButtonLink href={pollsPath}>{t('polls.to-the-list')}</ButtonLink>
    </PageBody>
  </>
)
