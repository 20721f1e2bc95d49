// Looking a word up, and the concepts that were found by it: which label matched, and in which language.
import { languageName, type Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { FoundConcept, Name } from '../labels.ts'
import { conceptPath, missingConceptPath, searchPath, thesaurusPath } from '../paths.ts'

export interface LookedUpProps {
  readonly t: Translate
  /** What is looked up; empty for nothing. */
  readonly words: string
  readonly found: readonly FoundConcept[]
  /** There are others beside those that were found. */
  readonly more: boolean
  readonly mayPropose: boolean
}

export const LookUp = ({ t, words }: LookedUpProps) => (
  <search class="thesaurus-search">
    <Form t={t} action={thesaurusPath} method="get" inline>
      <TextField
        t={t}
        name="q"
        id="thesaurus-search"
        type="search"
        label={t('vocabulary.search-label')}
        hint={t('vocabulary.search-hint')}
        value={words}
        maxlength={300}
        autocomplete="off"
        width="medium"
        required
      />
      <Button icon="search">{t('vocabulary.search')}</Button>
    </Form>
  </search>
)

const Matched = ({ t, matched }: { readonly t: Translate; readonly matched: Name }) => (
  <>
    <span lang={matched.lang === t.lang ? undefined : matched.lang}>{matched.text}</span> (
    {languageName(t.lang, matched.lang)})
  </>
)

const WaysOn = ({ t, words, mayPropose }: Pick<LookedUpProps, 't' | 'words' | 'mayPropose'>) => (
  <ButtonRow>
    <ButtonLink href={searchPath(words)} icon="search">
      {t('vocabulary.search-things')}
    </ButtonLink>
    {mayPropose && (
      <ButtonLink href={missingConceptPath(words)} icon="plus">
        {t('vocabulary.propose-missing')}
      </ButtonLink>
    )}
  </ButtonRow>
)

export const Found = ({ t, words, found, more, mayPropose }: LookedUpProps) =>
  found.length === 0 ? (
    <EmptyState
      icon="search"
      title={t('vocabulary.none', { words })}
      text={t(mayPropose ? 'vocabulary.none-text-propose' : 'vocabulary.none-text')}
      action={<WaysOn t={t} words={words} mayPropose={mayPropose} />}
    />
  ) : (
    <Section title={t(more ? 'vocabulary.found-first' : 'vocabulary.found', { count: found.length, words })}>
      <ItemList
        items={found.map(({ slug, name, matched }) => (
          <ItemCard
            t={t}
            title={name.text}
            lang={name.lang}
            href={conceptPath(slug)}
            headingLevel={3}
            meta={[matched && <Matched t={t} matched={matched} />]}
          />
        ))}
      />
    </Section>
  )
