// One forum: what binds it to the network, who belongs to it, what it offers.
import type { Child } from 'hono/jsx'
import { countryName, formatNumber, languageName, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { type AnnouncementLine, announcementPath } from '../../announcements/public.ts'
import { forumName } from '../../members/public.ts'
import type { ForumInTree } from '../forum.ts'
import { forumEditPath, forumPath, membersOfPath } from '../paths.ts'

export interface ForumPageProps {
  readonly t: Translate
  readonly forum: ForumInTree
  readonly parent: ForumInTree | undefined
  /** Of the network's fee, passed on to it this year, in hundredths of a percent. */
  readonly share: number | undefined
  readonly announced: readonly AnnouncementLine[]
  readonly mayChange: boolean
  /** A button, for whoever belongs to it. */
  readonly watch: Child | undefined
}

const Facts = ({ t, forum, parent, share }: ForumPageProps) => (
  <FactsList
    facts={[
      { term: t('forums.country'), value: countryName(t.lang, forum.country) },
      {
        term: t('forums.part-of'),
        value:
          parent === undefined ? (
            t('forums.the-network')
          ) : (
            <a href={forumPath(parent.slug)}>{forumName(parent, t.lang)}</a>
          ),
      },
      { term: t('forums.languages'), value: forum.languages.map((code) => languageName(t.lang, code)).join(', ') },
      ...(share === undefined
        ? []
        : [
            {
              term: t('forums.share'),
              value: t('forums.share-of-fee', { percent: formatNumber(t.lang, share / 100) }),
            },
          ]),
      { term: t('forums.notice'), value: t('forums.notice-months', { count: forum.noticeMonths }) },
    ]}
  />
)

const Announced = ({ t, announced }: ForumPageProps) => (
  <Section title={t('forums.announced')}>
    {announced.length === 0 ? (
      <p>{t('forums.nothing-announced')}</p>
    ) : (
      <ItemList
        label={t('forums.announced')}
        items={announced.map((line) => (
          <ItemCard
            t={t}
            headingLevel={3}
            title={line.title}
            lang={line.lang}
            href={announcementPath(line.id, line.title)}
            kind={t(`announcements.topic-${line.topic}`)}
          />
        ))}
      />
    )}
  </Section>
)

export const ForumPage = (props: ForumPageProps) => {
  const { t, forum, mayChange, watch } = props
  return (
    <>
      <PageTitle
        t={t}
        kind={t('forums.one')}
        title={forumName(forum, t.lang)}
        action={
          <ButtonRow>
            {mayChange && <ButtonLink href={forumEditPath(forum.slug)}>{t('forums.change')}</ButtonLink>}
            {watch}
          </ButtonRow>
        }
      />
      <PageBody aside={<Section title={t('forums.facts')}>{<Facts {...props} />}</Section>}>
        <Section title={t('forums.rule')}>
          <p>{t(`forums.rule-${forum.rule}`)}</p>
        </Section>
        <Section title={t('forums.belong')}>
          <p>
            <a href={membersOfPath(forum.slug)}>{t('forums.members', { count: forum.members })}</a>
          </p>
        </Section>
        <Announced {...props} />
      </PageBody>
    </>
  )
}
