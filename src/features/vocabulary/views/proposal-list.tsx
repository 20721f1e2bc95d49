// Proposals by what became of them: waiting, accepted, declined.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageTitle, Stack } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { conceptFormPath, proposalPath, stagePath } from '../paths.ts'
import { mayPropose } from '../permissions.ts'
import { type Stage, stages } from '../proposal.ts'
import type { ProposalLine } from '../store-lists.ts'

/** `about`: the concept, as the reader calls it; undefined where the thesaurus has it no more. */
export type ListedProposal = ProposalLine & { readonly about: string | undefined }

export interface ProposalListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly stage: Stage
  readonly counts: Readonly<Record<Stage, number>>
  readonly page: PageOf<ListedProposal>
}

const Stages = ({ t, stage, counts }: ProposalListProps) => (
  <nav class="proposal-stages" aria-label={t('vocabulary.stages')}>
    <ul>
      {stages.map((one) => (
        <li>
          <a href={stagePath(one)} aria-current={one === stage ? 'page' : undefined}>
            {t(`vocabulary.count-${one}`, { count: counts[one] })}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Card = ({ t, line }: { readonly t: Translate; readonly line: ListedProposal }) => (
  <ItemCard
    t={t}
    title={line.title}
    lang={line.lang}
    href={proposalPath(line.id, line.title)}
    kind={t(`vocabulary.adds-${line.adds}`)}
    city={{ name: line.organisationName, country: line.country, href: `/members/${line.organisationSlug}` }}
    meta={[line.about && t('vocabulary.list-about', { concept: line.about }), formatDate(t.lang, line.publishedAt)]}
  />
)

export const ProposalList = (props: ProposalListProps) => {
  const { t, viewer, stage, page } = props
  const write = mayPropose(viewer) && (
    <ButtonLink href={conceptFormPath} icon="plus" shortcut="n">
      {t('vocabulary.propose-concept')}
    </ButtonLink>
  )
  return (
    <>
      <PageTitle t={t} title={t('vocabulary.proposals')} lead={t('vocabulary.proposals-lead')} action={write} />
      <Stack>
        <Stages {...props} />
        {page.items.length === 0 ? (
          <EmptyState title={t(`vocabulary.none-${stage}`)} icon="file-text" />
        ) : (
          <ItemList label={t('vocabulary.proposals')} items={page.items.map((line) => <Card t={t} line={line} />)} />
        )}
        <Pagination t={t} page={page} href={(number) => `${stagePath(stage)}&page=${number}`} />
      </Stack>
    </>
  )
}
