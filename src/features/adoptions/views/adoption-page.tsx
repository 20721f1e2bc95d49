// One adoption: which practice, how far, adapted how, what came of it; and what every kind of contribution has.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { Adoption } from '../adoption.ts'
import { editAdoptionPath } from '../paths.ts'
import { mayEditAdoption } from '../permissions.ts'
import { AdoptionAside } from './adoption-aside.tsx'
import { stageMark } from './course.ts'
import { OriginNote } from './origin-note.tsx'

export interface AdoptionPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly adoption: Adoption
  readonly byline: Child
  readonly attachments: Child
  readonly discussion: Child
  readonly visibility: Child
  readonly beside: Readonly<Record<'below' | 'aside' | 'tools', Child[]>>
}

const Part = ({ t, adoption, name }: { t: Translate; adoption: Adoption; name: 'adapted' | 'result' }) =>
  adoption[name].trim() === '' ? null : (
    <Section title={t(`adoptions.part-${name}`)}>
      <Prose html={renderMarkdown(adoption[name])} lang={adoption.lang} />
    </Section>
  )

const Stopped = ({ t, adoption }: { t: Translate; adoption: Adoption }) =>
  adoption.stage !== 'stopped' ? null : (
    <Section title={t('adoptions.part-stopped')}>
      <Prose html={renderMarkdown(adoption.stoppedBecause)} lang={adoption.lang} />
    </Section>
  )

const Actions = ({ t, viewer, adoption, beside }: AdoptionPageProps) => (
  <ButtonRow>
    {mayEditAdoption(viewer, adoption) && (
      <ButtonLink href={editAdoptionPath(adoption.id)} icon="pencil">
        {t('adoptions.edit')}
      </ButtonLink>
    )}
    {beside.tools}
  </ButtonRow>
)

export const AdoptionPage = (props: AdoptionPageProps) => {
  const { t, viewer, adoption, byline, attachments, discussion, beside } = props
  const withdrawn = { label: t('adoptions.state-withdrawn'), tone: 'danger' as const }
  return (
    <article>
      <PageTitle
        t={t}
        kind={t('adoptions.one')}
        title={adoption.title}
        lang={adoption.lang}
        tlp={adoption.audienceKind && tlpLabel(adoption.audienceKind)}
        state={adoption.state === 'withdrawn' ? withdrawn : stageMark(t, adoption)}
        facts={byline}
        action={(mayEditAdoption(viewer, adoption) || beside.tools.length > 0) && <Actions {...props} />}
      />
      <PageBody aside={<AdoptionAside {...props} />}>
        {adoption.demonstration && <Notice tone="info">{t('adoptions.demonstration-note')}</Notice>}
        <OriginNote t={t} adoption={adoption} />
        <Part t={t} adoption={adoption} name="adapted" />
        <Part t={t} adoption={adoption} name="result" />
        <Stopped t={t} adoption={adoption} />
        {beside.below}
        {attachments}
        {discussion}
      </PageBody>
    </article>
  )
}
