// One study visit: what it is about, when and for how many, the wishes of one's own city or about one's own visit, and what every kind has.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { SharedParts } from '../../discussion/public.tsx'
import { changePath, inVisit } from '../paths.ts'
import { maySteerVisit } from '../permissions.ts'
import type { StudyVisit } from '../study-visit.ts'
import { daysIn } from './days.ts'
import { languagesIn } from './visit-list.tsx'
import type { WishesProps } from './wish-acts.tsx'
import { WishesPart } from './wishes.tsx'

export interface VisitPageProps extends WishesProps {
  readonly viewer: Viewer
  readonly shared: SharedParts
}

const Actions = ({ t, viewer, visit, shared }: VisitPageProps) => (
  <ButtonRow>
    {shared.beside.tools}
    {maySteerVisit(viewer, visit) && (
      <>
        <ButtonLink href={changePath(visit.id)} icon="pencil">
          {t('visits.change')}
        </ButtonLink>
        <PostButton action={inVisit(visit.id, visit.ended ? 'opening' : 'closing')}>
          {t(visit.ended ? 'visits.reopen' : 'visits.close')}
        </PostButton>
        <ConfirmStep
          label={t('visits.withdraw')}
          question={t('visits.withdraw-question')}
          action={inVisit(visit.id, 'withdrawal')}
          confirm={t('visits.withdraw-confirm')}
        />
      </>
    )}
  </ButtonRow>
)

const Facts = ({ t, visit }: { readonly t: Translate; readonly visit: StudyVisit }) => (
  <>
    <FactsList
      facts={[
        { term: t('visits.when'), value: daysIn(t, visit) },
        { term: t('visits.place'), value: visit.place },
        { term: t('visits.how-many'), value: t(`visits.people-${visit.direction}`, { people: visit.people }) },
        { term: t('visits.languages'), value: languagesIn(t, visit.languages) },
      ]}
    />
    {visit.concepts.length > 0 && (
      <ConceptTags
        t={t}
        concepts={visit.concepts.map((slug) => ({ label: conceptLabel(slug, t.lang), href: `/thesaurus/${slug}` }))}
      />
    )}
  </>
)

export const VisitPage = (props: VisitPageProps) => {
  const { t, visit, shared } = props
  return (
    <article>
      <PageTitle
        t={t}
        kind={t(`visits.direction-${visit.direction}`)}
        title={visit.title}
        lang={visit.lang}
        tlp={visit.audienceKind && tlpLabel(visit.audienceKind)}
        facts={shared.byline}
        action={<Actions {...props} />}
      />
      <PageBody aside={[<Facts t={t} visit={visit} />, shared.visibility, ...shared.beside.aside]}>
        {visit.demonstration && (
          <Notice>
            <p>{t('visits.invented')}</p>
          </Notice>
        )}
        {visit.ended && (
          <Notice>
            <p>{t('visits.ended')}</p>
          </Notice>
        )}
        <Prose html={renderMarkdown(visit.text)} lang={visit.lang} />
        {shared.beside.below}
        <WishesPart {...props} />
        {shared.attachments}
        {shared.discussion}
      </PageBody>
    </article>
  )
}
