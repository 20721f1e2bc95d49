// From a file to its council paper: the city's own words where it wrote some, else ours, with its figures in them.
import { countryName, dayOf, formatDate, formatNumber, type Translate } from '#kernel/locale.ts'
import { type Accession, latest, usualEffectiveDay } from './accession.ts'
import type { Cost } from './cost.ts'
import { type Block, blocksOf, type Paper, type PaperSection, type ParagraphKey } from './paper.ts'

export interface PaperParts {
  readonly file: Accession
  readonly cost: Cost | undefined
  readonly networkName: string
  readonly now: Date
}

const asDate = (day: string): Date => new Date(`${day}T12:00:00Z`)

const valuesOf = (t: Translate, { file, cost, networkName, now }: PaperParts): Record<string, string> => ({
  name: file.name,
  network: networkName,
  country: countryName(t.lang, file.country),
  population: formatNumber(t.lang, file.population),
  day: formatDate(t.lang, asDate(latest(file, 'effective')?.day ?? usualEffectiveDay(dayOf(now)))),
  amount: cost?.amount ?? t('accession.paper-amount-open'),
})

/** Our words for a paragraph: what the field shows before anything was written into it. */
export const usualParagraph = (t: Translate, parts: PaperParts, key: ParagraphKey): string =>
  t(`accession.paper-${key}`, valuesOf(t, parts))

const costBlocks = (t: Translate, { file, cost }: PaperParts): Block[] => {
  const population = formatNumber(t.lang, file.population)
  const basis = t('accession.paper-basis', {
    population,
    year: String(file.populationYear),
    source: file.populationSource,
  })
  const rows = [
    [t('accession.paper-inhabitants'), basis],
    ...(cost?.steps.map((step, index) => [index === 0 ? t('accession.paper-calculation') : '', step]) ?? []),
    [t('accession.paper-fee', { year: String(cost?.year ?? '') }), cost?.amount ?? t('accession.paper-amount-open')],
  ]
  return [{ kind: 'table', columns: [t('accession.paper-what'), t('accession.paper-figure')], rows }]
}

export const conditionSentences = (t: Translate, file: Accession): { done: boolean; text: string }[] => {
  const coalition = latest(file, 'coalition')
  const coordinator = latest(file, 'coordinator')
  const date = coalition === undefined ? '' : formatDate(t.lang, asDate(coalition.day))
  const words = coalition?.promised ? 'coalition-promised' : 'coalition-exists'
  return [
    {
      done: coalition !== undefined,
      text: coalition === undefined ? t('accession.coalition-open') : t(`accession.${words}`, { date }),
    },
    {
      done: coordinator !== undefined,
      text:
        coordinator === undefined
          ? t('accession.coordinator-open')
          : t('accession.coordinator-named', { name: coordinator.personName }),
    },
  ]
}

/** `written`: paragraphs that the city wrote. */
export function composePaper(t: Translate, parts: PaperParts, written: Readonly<Record<string, string>>): Paper {
  const { file, cost, now } = parts
  const textOf = (key: ParagraphKey): Block[] => blocksOf(written[key] ?? usualParagraph(t, parts, key))
  const section = (key: string, ...blocks: Block[]): PaperSection => ({
    key,
    heading: t(`accession.paper-heading-${key}`),
    blocks,
  })
  return {
    lang: t.lang,
    title: t('accession.paper-title', valuesOf(t, parts)),
    about: t('accession.paper-about', { name: file.name, date: formatDate(t.lang, now) }),
    sections: [
      section('subject', ...textOf('subject')),
      section('resolution', ...textOf('resolution')),
      section('situation', ...textOf('situation')),
      section('gain', ...textOf('gain')),
      section('cost', ...costBlocks(t, parts), ...textOf('cost')),
      section('conditions', { kind: 'checks', items: conditionSentences(t, file) }),
    ],
    notes: [
      ...(cost?.illustrative ? [t('accession.paper-note-scale')] : []),
      ...(file.demonstration ? [t('accession.paper-note-demonstration')] : []),
    ],
  }
}
