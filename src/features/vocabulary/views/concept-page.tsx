// One concept: what it is called here and elsewhere, what it means, what is near it, and what there is about it.
import type { Child } from 'hono/jsx'
import { formatNumber } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { LanguageMark } from '#ui/language-mark/language-mark.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { Name } from '../labels.ts'
import { aboutPath, conceptPath } from '../paths.ts'
import type { ConceptLink, LabelsIn } from '../shelf.ts'
import { ConceptAside, type ConceptAsideProps } from './concept-aside.tsx'
import { ConceptLinks } from './concept-links.tsx'

export interface ConceptPageProps extends ConceptAsideProps {
  readonly name: Name
  readonly about: { readonly count: number; readonly more: boolean }
  readonly mayPropose: boolean
  /** A button, for whoever is signed in. */
  readonly watch: Child | undefined
  /** Its other labels in the language of the name. */
  readonly others: readonly string[]
  readonly narrower: readonly ConceptLink[]
  readonly related: readonly ConceptLink[]
  readonly elsewhere: readonly LabelsIn[]
}

const aboutIt = ({ t, about: { count, more } }: ConceptPageProps): string =>
  t(more ? 'vocabulary.about-more' : 'vocabulary.about-count', { count, shown: formatNumber(t.lang, count) })

const Show = ({ t, concept }: ConceptPageProps) => (
  <ButtonLink href={aboutPath(concept.slug)} tone="primary" icon="search">
    {t('vocabulary.about-show')}
  </ButtonLink>
)

const Others = ({ t, name, others }: ConceptPageProps) =>
  others.length === 0 ? null : (
    <Section title={t('vocabulary.also-called')}>
      <ul class="concept-labels" lang={name.lang === t.lang ? undefined : name.lang}>
        {others.map((label) => (
          <li>{label}</li>
        ))}
      </ul>
    </Section>
  )

const Elsewhere = ({ t, elsewhere }: ConceptPageProps) => (
  <details class="concept-elsewhere">
    <summary>{t('vocabulary.elsewhere', { count: elsewhere.length })}</summary>
    <dl class="facts-list">
      {elsewhere.map(({ lang, language, preferred, others }) => (
        <div>
          <dt>{language}</dt>
          <dd lang={lang}>
            <b>{preferred}</b>
            {others.length > 0 && ` · ${others.join(' · ')}`}
          </dd>
        </div>
      ))}
    </dl>
  </details>
)

const Related = ({ t, related }: ConceptPageProps) =>
  related.length === 0 ? null : (
    <Section title={t('vocabulary.related')}>
      <ConceptTags t={t} concepts={related.map(({ slug, name }) => ({ label: name.text, href: conceptPath(slug) }))} />
    </Section>
  )

export const ConceptPage = (props: ConceptPageProps) => {
  const { t, concept, name, narrower, about, mayPropose, watch } = props
  return (
    <>
      <PageTitle
        t={t}
        kind={t(`vocabulary.kind-${concept.broader === undefined ? 'field' : 'concept'}`)}
        title={name.text}
        lang={name.lang === t.lang ? undefined : name.lang}
        facts={<p>{aboutIt(props)}</p>}
        action={
          <ButtonRow>
            {about.count > 0 && <Show {...props} />}
            {watch}
          </ButtonRow>
        }
      />
      <PageBody aside={mayPropose && <ConceptAside {...props} />}>
        <Others {...props} />
        {concept.note !== '' && (
          <Section title={t('vocabulary.note')} action={<LanguageMark t={t} lang="en" />}>
            <p lang={t.lang === 'en' ? undefined : 'en'}>{concept.note}</p>
          </Section>
        )}
        <Elsewhere {...props} />
        {narrower.length > 0 && (
          <Section title={t('vocabulary.narrower')}>
            <ConceptLinks t={t} concepts={narrower} />
          </Section>
        )}
        <Related {...props} />
      </PageBody>
    </>
  )
}
