// One section of the file: its heading, its first words, and the choice where it goes.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { plainText, renderMarkdown } from '#platform/text/markdown.ts'
import { Prose } from '#ui/prose/prose.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { places, type WaitingSection } from '../section.ts'

const firstWords = 280

export interface FoundSectionProps {
  readonly t: Translate
  readonly section: WaitingSection
  /** Counted from 1; names what has no heading. */
  readonly number: number
  readonly lang: string
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const placeOptions = (t: Translate) => [
  { value: 'nowhere', label: t('drafting.leave-out') },
  ...places.map((place) => ({
    value: place,
    label: place === 'summary' ? t('practices.field-summary') : t(`practices.part-${place}`),
  })),
]

const Words = ({ t, section, lang }: Pick<FoundSectionProps, 't' | 'section' | 'lang'>) => {
  const whole = plainText(section.text)
  if (whole.length <= firstWords) return <Prose html={renderMarkdown(section.text)} lang={lang} />
  return (
    <>
      <p lang={lang}>{plainText(section.text, firstWords)}</p>
      <details class="found-whole">
        <summary>{t('drafting.whole-text')}</summary>
        <Prose html={renderMarkdown(section.text)} lang={lang} />
      </details>
    </>
  )
}

export const FoundSection = ({ t, section, number, lang, typed, issues }: FoundSectionProps) => {
  const name = `section-${section.id}`
  return (
    <li class="found-section">
      <div class="found-words">
        {section.heading === '' ? (
          <h2>{t('drafting.without-heading', { number })}</h2>
        ) : (
          <h2 lang={lang}>{section.heading}</h2>
        )}
        <Words t={t} section={section} lang={lang} />
      </div>
      <SelectField
        t={t}
        name={name}
        label={t('drafting.goes-under')}
        value={typed[name]}
        issues={issues}
        options={placeOptions(t)}
        required
      />
    </li>
  )
}
