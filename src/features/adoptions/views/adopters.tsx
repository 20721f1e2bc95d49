// On the page of a practice: the cities that do it too, those like one's own first, each with how far and what came of it.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import { memberPath } from '../../members/public.ts'
import { adoptionPath, lineagePath } from '../paths.ts'
import type { AdoptionLine } from '../store-lists.ts'
import { begunIn, stageMark } from './course.ts'

export interface Adopter {
  readonly line: AdoptionLine
  /** Why it is like the viewer's own city; empty where it is not. */
  readonly reasons: readonly string[]
}

export interface AdoptersProps {
  readonly t: Translate
  readonly practiceId: number
  readonly adopters: readonly Adopter[]
  /** How many there are within reach. */
  readonly total: number
}

const said = (text: string, lang: string) => text.trim() !== '' && <Prose html={renderMarkdown(text)} lang={lang} />

const Marks = ({ t, line }: { t: Translate; line: AdoptionLine }) => (
  <p class="adopter-line">
    <StateMark {...stageMark(t, line)} />
    {line.audienceKind && line.audienceKind !== 'public' && <TlpLabel t={t} label={tlpLabel(line.audienceKind)} />}
    {line.demonstration && <StateMark label={t('adoptions.demonstration')} tone="new" />}
  </p>
)

const AdopterEntry = ({ t, adopter: { line, reasons } }: { t: Translate; adopter: Adopter }) => (
  <li class="adopter">
    <Marks t={t} line={line} />
    <h3>
      <a href={adoptionPath(line.id, line.title)} lang={line.lang}>
        {line.title}
      </a>
    </h3>
    <p class="adopter-line">
      <CityBadge t={t} name={line.organisationName} country={line.country} href={memberPath(line.organisationSlug)} />
      {begunIn(t, line) && <span>{begunIn(t, line)}</span>}
    </p>
    {reasons.length > 0 && (
      <ul class="adopter-line" aria-label={t('adoptions.like-yours')}>
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    )}
    <FactsList
      facts={[
        { term: t('adoptions.part-adapted'), value: said(line.adapted, line.lang) },
        { term: t('adoptions.part-result'), value: said(line.result, line.lang) },
        {
          term: t('adoptions.part-stopped'),
          value: line.stage === 'stopped' && said(line.stoppedBecause, line.lang),
        },
      ]}
    />
  </li>
)

export const Adopters = ({ t, practiceId, adopters, total }: AdoptersProps) => (
  <Section title={t('adoptions.who', { count: total })} id="adoptions">
    <p>{t('adoptions.who-lead')}</p>
    <ul class="adopters">
      {adopters.map((adopter) => (
        <AdopterEntry t={t} adopter={adopter} />
      ))}
    </ul>
    <ButtonLink href={lineagePath(practiceId)} icon="map-pin">
      {t('adoptions.see-lineage')}
    </ButtonLink>
  </Section>
)
