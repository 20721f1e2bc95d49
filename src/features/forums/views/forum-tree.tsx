// The forums below the network, as the tree they form.
import { countryName, type Translate } from '#kernel/locale.ts'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { forumName } from '../../members/public.ts'
import type { Branch } from '../forum.ts'
import { forumPath } from '../paths.ts'

const Branches = ({
  t,
  branches,
  label,
}: {
  readonly t: Translate
  readonly branches: readonly Branch[]
  readonly label: string
}) => (
  <ItemList
    label={label}
    items={branches.map(({ forum, below }) => (
      <>
        <ItemCard
          t={t}
          title={forumName(forum, t.lang)}
          href={forumPath(forum.slug)}
          summary={t(`forums.rule-${forum.rule}`)}
          meta={[countryName(t.lang, forum.country), t('forums.members', { count: forum.members })]}
        />
        {below.length > 0 && <Branches t={t} branches={below} label={forumName(forum, t.lang)} />}
      </>
    ))}
  />
)

export const ForumTree = ({ t, tree }: { readonly t: Translate; readonly tree: readonly Branch[] }) => (
  <>
    <PageTitle t={t} title={t('forums.title')} lead={t('forums.lead')} />
    {tree.length === 0 ? (
      <EmptyState icon="landmark" title={t('forums.none')} />
    ) : (
      <Branches t={t} branches={tree} label={t('forums.title')} />
    )}
  </>
)
