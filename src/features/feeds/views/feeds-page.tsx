// Which feeds there are, and what one does with them.
import type { Translate } from '#kernel/locale.ts'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'

interface NamedFeed {
  readonly name: string
  readonly href: string
}

export interface FeedsPageProps {
  readonly t: Translate
  readonly all: string
  readonly kinds: readonly NamedFeed[]
  readonly countries: readonly NamedFeed[]
}

const Links = ({ feeds }: { readonly feeds: readonly NamedFeed[] }) => (
  <ul>
    {feeds.map(({ name, href }) => (
      <li>
        <a href={href} type="application/atom+xml">
          {name}
        </a>
      </li>
    ))}
  </ul>
)

export const FeedsPage = ({ t, all, kinds, countries }: FeedsPageProps) => (
  <>
    <PageTitle t={t} title={t('feeds.title')} lead={t('feeds.lead')} />
    <PageBody>
      <Section title={t('feeds.all')}>
        <p>{t('feeds.how')}</p>
        <Links feeds={[{ name: t('feeds.all'), href: all }]} />
      </Section>
      <Section title={t('feeds.by-kind')}>
        <Links feeds={kinds} />
      </Section>
      <Section title={t('feeds.by-country')}>
        <Links feeds={countries} />
      </Section>
      <Section title={t('feeds.by-more')}>
        <p>{t('feeds.by-more-text')}</p>
      </Section>
    </PageBody>
  </>
)
