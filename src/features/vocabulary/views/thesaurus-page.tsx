// The thesaurus: search its labels, or go by field of action or by the alphabet.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { conceptFormPath, jsonLdPath, letterPath, proposalsPath, thesaurusPath, turtlePath } from '../paths.ts'
import type { ConceptLink } from '../shelf.ts'
import { ConceptLinks } from './concept-links.tsx'
import { Found, type LookedUpProps, LookUp } from './looked-up.tsx'

export interface ThesaurusPageProps extends LookedUpProps {
  readonly letter: string | undefined
  readonly letters: readonly string[]
  /** The fields of action, or what begins with the letter. */
  readonly concepts: readonly ConceptLink[]
  readonly total: number
  readonly languages: number
}

const Alphabet = ({ t, letters, letter }: ThesaurusPageProps) => (
  <nav class="thesaurus-alphabet" aria-label={t('vocabulary.alphabet')}>
    <ul>
      {letters.map((one) => (
        <li>
          <a href={letterPath(one)} aria-current={one === letter ? 'page' : undefined}>
            {one}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Browse = ({ t, letter, concepts }: ThesaurusPageProps) =>
  letter === undefined ? (
    <Section title={t('vocabulary.fields')}>
      <ConceptLinks t={t} concepts={concepts} />
    </Section>
  ) : (
    <Section
      title={t('vocabulary.with-letter', { letter })}
      action={<a href={thesaurusPath}>{t('vocabulary.fields')}</a>}
    >
      <ConceptLinks t={t} concepts={concepts} />
    </Section>
  )

const Programs = ({ t }: { readonly t: Translate }) => (
  <Section title={t('vocabulary.programs')}>
    <p>{t('vocabulary.programs-text')}</p>
    <ButtonRow>
      <ButtonLink href={turtlePath} icon="download">
        SKOS (Turtle)
      </ButtonLink>
      <ButtonLink href={jsonLdPath} icon="download">
        SKOS (JSON-LD)
      </ButtonLink>
    </ButtonRow>
  </Section>
)

const Propose = ({ t }: { readonly t: Translate }) => (
  <ButtonRow>
    <ButtonLink href={conceptFormPath} icon="plus">
      {t('vocabulary.propose-concept')}
    </ButtonLink>
    <ButtonLink href={proposalsPath}>{t('vocabulary.proposals')}</ButtonLink>
  </ButtonRow>
)

export const ThesaurusPage = (props: ThesaurusPageProps) => {
  const { t, words, total, languages, mayPropose } = props
  const lead = t('vocabulary.lead-count', { count: formatNumber(t.lang, total), languages })
  return (
    <>
      <PageTitle t={t} title={t('vocabulary.title')} lead={lead} action={mayPropose && <Propose t={t} />} />
      <Stack>
        <LookUp {...props} />
        {words !== '' && <Found {...props} />}
        <Alphabet {...props} />
        <Browse {...props} />
        <Programs t={t} />
      </Stack>
    </>
  )
}
