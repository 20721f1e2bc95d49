// The lineage of a practice from city to city: a map, a tree, and the table behind both.
import type { Child } from 'hono/jsx'
import { countryName, type Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import type { LineageNode } from '#ui/lineage/lineage.ts'
import { LineageMap } from '#ui/lineage/lineage-map.tsx'
import { LineageTree } from '#ui/lineage/lineage-tree.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageTitle, Section, Stack } from '#ui/page/page.tsx'
import type { Practice } from '../../practices/public.ts'
import type { Branch } from '../lineage.ts'
import { adoptionPath, lineagePath } from '../paths.ts'
import type { AdoptionLine } from '../store-lists.ts'
import { stageMark, whenOf } from './course.ts'

export interface LineagePageProps {
  readonly t: Translate
  readonly practice: Practice
  readonly branches: readonly Branch<AdoptionLine>[]
  /** For the drawings: the practice first. */
  readonly nodes: readonly LineageNode[]
  /** How many of them the tree and the table show. */
  readonly most: number
}

const Table = ({ t, practice, branches }: Pick<LineagePageProps, 't' | 'practice' | 'branches'>) => (
  <DataTable
    t={t}
    caption={t('adoptions.table')}
    hideCaption
    columns={[
      { label: t('adoptions.column-city') },
      { label: t('adoptions.fact-country') },
      { label: t('adoptions.column-stage') },
      { label: t('adoptions.column-begun') },
      { label: t('adoptions.column-from') },
    ]}
    rows={branches.map(({ line, parent }): Child[] => [
      <a href={adoptionPath(line.id, line.title)}>{line.organisationName}</a>,
      countryName(t.lang, line.country),
      [stageMark(t, line).label, line.demonstration && t('adoptions.demonstration')].filter(Boolean).join(' · '),
      whenOf(t.lang, line) ?? '–',
      parent?.organisationName ?? practice.organisationName,
    ])}
  />
)

const Drawn = ({ t, practice, branches, nodes, most }: LineagePageProps) => (
  <Stack>
    {branches.some(({ line }) => line.demonstration) && (
      <Notice tone="info">{t('adoptions.demonstration-lineage')}</Notice>
    )}
    <div class="lineage-pair">
      <LineageMap t={t} title={t('adoptions.map')} nodes={nodes} tableHref="#table" />
      <LineageTree t={t} title={t('adoptions.tree')} nodes={nodes.slice(0, most + 1)} tableHref="#table" />
    </div>
    <Section title={t('adoptions.table')} id="table">
      <Table t={t} practice={practice} branches={branches.slice(0, most)} />
    </Section>
    {branches.length > most && (
      <ButtonLink href={lineagePath(practice.id, true)}>
        {t('adoptions.show-all', { count: branches.length })}
      </ButtonLink>
    )}
  </Stack>
)

export const LineagePage = (props: LineagePageProps) => {
  const { t, practice, branches } = props
  return (
    <>
      <PageTitle
        t={t}
        kind={t('adoptions.lineage')}
        title={practice.title}
        lang={practice.lang}
        lead={t('adoptions.lineage-lead', { count: branches.length, city: practice.organisationName })}
      />
      {branches.length === 0 ? (
        <EmptyState icon="map-pin" title={t('adoptions.none')} text={t('adoptions.none-text')} />
      ) : (
        <Drawn {...props} />
      )}
    </>
  )
}
