// Every wording of a reply or of a summary, the newest first: what was changed stays readable.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { LanguageMark } from '#ui/language-mark/language-mark.tsx'
import { Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { type Called, linkCalls } from '../mentions.ts'

export interface Wording {
  readonly lang: string
  readonly text: string
  readonly at: Date
}

interface WordingsProps {
  readonly t: Translate
  readonly wordings: readonly Wording[]
  /** Whom the text calls. */
  readonly called?: readonly Called[]
  readonly back: string
}

export const Wordings = ({ t, wordings, called = [], back }: WordingsProps) => (
  <>
    {wordings.map(({ lang, text, at }, index) => (
      <Section title={formatMoment(t.lang, at)}>
        <p class="page-marks">
          <span>{t(index === 0 ? 'discussion.wording-now' : 'discussion.wording-before')}</span>
          <LanguageMark t={t} lang={lang} />
        </p>
        <Prose html={renderMarkdown(linkCalls(text, called))} lang={lang} />
      </Section>
    ))}
    <ButtonLink href={back}>{t('discussion.back')}</ButtonLink>
  </>
)
