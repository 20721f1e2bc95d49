// Study visits that take wishes, offered and requested, the newest first.
import { compareIn, languageName, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { newVisitPath, visitPath, visitsPath } from '../paths.ts'
import { mayPublishVisit } from '../permissions.ts'
import { type Agreement, type Direction, directions, type VisitLine } from '../study-visit.ts'
import { AgreementLines } from './agreement-page.tsx'
import { daysIn } from './days.ts'

export interface VisitListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly direction: Direction | undefined
  readonly page: PageOf<VisitLine>
  /** Of the viewer's own city, still ahead. */
  readonly agreements: readonly Agreement[]
}

export const languagesIn = (t: Translate, codes: readonly string[]): string =>
  codes
    .map((code) => languageName(t.lang, code))
    .sort(compareIn(t.lang))
    .join(', ')

const VisitCard = ({ t, line }: { readonly t: Translate; readonly line: VisitLine }) => (
  <ItemCard
    t={t}
    kind={t(`visits.direction-${line.direction}`)}
    title={line.title}
    lang={line.lang}
    href={visitPath(line.id, line.title)}
    city={{ name: line.organisationName, country: line.country, href: `/members/${line.organisationSlug}` }}
    meta={[
      daysIn(t, line),
      line.place,
      t(`visits.people-${line.direction}`, { people: line.people }),
      languagesIn(t, line.languages),
    ]}
    concepts={line.concepts.map((slug) => ({ label: conceptLabel(slug, t.lang), href: `/thesaurus/${slug}` }))}
  />
)

const Choices = ({ t, direction }: Pick<VisitListProps, 't' | 'direction'>) => (
  <nav aria-label={t('visits.choose')}>
    <ButtonRow>
      {[undefined, ...directions].map((one) => (
        <ButtonLink
          href={one === undefined ? visitsPath : `${visitsPath}?direction=${one}`}
          tone={one === direction ? 'secondary' : 'quiet'}
          small
        >
          {t(`visits.all-${one ?? 'both'}`)}
        </ButtonLink>
      ))}
    </ButtonRow>
  </nav>
)

const Begin = ({ t }: { readonly t: Translate }) => (
  <ButtonRow>
    <ButtonLink href={newVisitPath('offer')} tone="primary" icon="plus" shortcut="n">
      {t('visits.offer')}
    </ButtonLink>
    <ButtonLink href={newVisitPath('request')} icon="plus">
      {t('visits.request')}
    </ButtonLink>
  </ButtonRow>
)

export const VisitList = ({ t, viewer, direction, page, agreements }: VisitListProps) => (
  <>
    <PageTitle
      t={t}
      title={t('visits.title')}
      lead={t('visits.lead')}
      action={mayPublishVisit(viewer) && <Begin t={t} />}
    />
    {agreements.length > 0 && <AgreementLines t={t} agreements={agreements} />}
    <Choices t={t} direction={direction} />
    {page.items.length === 0 ? (
      <EmptyState icon="handshake" title={t('visits.none')} text={t('visits.none-text')} />
    ) : (
      <ItemList label={t('visits.title')} items={page.items.map((line) => <VisitCard t={t} line={line} />)} />
    )}
    <Pagination
      t={t}
      page={page}
      href={(number) =>
        `${visitsPath}?${new URLSearchParams({ ...(direction === undefined ? {} : { direction }), page: String(number) })}`
      }
    />
  </>
)
