// The home page of a signed-in person: what is new for their city, what others answered, and how to begin.
import type { Child } from 'hono/jsx'
import { type AudienceKind, tlpLabel } from '#kernel/audience.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Steps } from '#ui/steps/steps.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import type { NewThing, ReplyToUs } from '../arrival.ts'
import { memberPath, newPracticePath, ownProfilePath, practicesPath, searchPath } from '../paths.ts'

export type Parts = Readonly<Record<'main' | 'aside' | 'map', Child[]>>

export interface PersonHomeProps {
  readonly t: Translate
  readonly cityName: string
  readonly things: readonly (NewThing & { readonly href: string })[]
  readonly replies: readonly (ReplyToUs & { readonly href: string })[]
  readonly kindLabel: (kind: string) => string
  /** Has not begun anything yet: the first steps are shown. */
  readonly beginner: boolean
  readonly parts: Parts
}

const labelOf = (kind: AudienceKind | null) => (kind === null || kind === 'public' ? undefined : tlpLabel(kind))

const Thing = ({
  t,
  thing,
  kindLabel,
}: {
  t: Translate
  thing: PersonHomeProps['things'][number]
  kindLabel: PersonHomeProps['kindLabel']
}) => (
  <ItemCard
    t={t}
    headingLevel={2}
    kind={kindLabel(thing.kind)}
    title={thing.title}
    lang={thing.lang}
    href={thing.href}
    summary={thing.summary}
    tlp={labelOf(thing.audienceKind)}
    city={{ name: thing.organisationName, country: thing.country, href: memberPath(thing.organisationSlug) }}
    meta={[formatDate(t.lang, thing.publishedAt)]}
    why={
      thing.shared.length === 0
        ? []
        : [
            t('home.shares', {
              concepts: thing.shared
                .slice(0, 3)
                .map((slug) => conceptLabel(slug, t.lang))
                .join(', '),
            }),
          ]
    }
  />
)

const News = ({ t, things, kindLabel }: PersonHomeProps) =>
  things.length === 0 ? (
    <EmptyState
      icon="bell"
      title={t('home.nothing-new')}
      text={t('home.nothing-new-text')}
      action={<ButtonLink href={practicesPath}>{t('home.browse')}</ButtonLink>}
    />
  ) : (
    <ItemList items={things.map((thing) => <Thing t={t} thing={thing} kindLabel={kindLabel} />)} />
  )

const Replies = ({ t, replies }: PersonHomeProps) =>
  replies.length === 0 ? null : (
    <Section title={t('home.replies')}>
      <Timeline
        t={t}
        entries={replies.map((reply) => ({
          when: reply.createdAt,
          title: (
            <a href={reply.href} lang={reply.lang}>
              {reply.title}
            </a>
          ),
          text: [reply.authorName, reply.organisationName].filter(Boolean).join(', '),
        }))}
      />
    </Section>
  )

const FirstSteps = ({ t, beginner }: PersonHomeProps) =>
  beginner ? (
    <Section title={t('home.first-steps')}>
      <Steps
        t={t}
        label={t('home.first-steps')}
        steps={[
          { label: t('home.step-profile'), href: ownProfilePath, state: 'current' },
          { label: t('home.step-search'), href: searchPath(t('home.example-light')), state: 'ahead' },
          { label: t('home.step-share'), href: newPracticePath, state: 'ahead' },
        ]}
      />
    </Section>
  ) : null

export const PersonHome = (props: PersonHomeProps) => {
  const { t, cityName, parts } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('home.new-for', { city: cityName })}
        lead={t('home.new-for-lead')}
        action={
          <ButtonLink href={newPracticePath} tone="primary" icon="plus">
            {t('home.share')}
          </ButtonLink>
        }
      />
      <PageBody
        aside={
          <>
            <FirstSteps {...props} />
            <Replies {...props} />
            {parts.aside}
          </>
        }
      >
        <News {...props} />
        {parts.main}
        {parts.map}
      </PageBody>
    </>
  )
}
