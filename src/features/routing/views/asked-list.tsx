// On the home page: what this person may know, why it came to them, and one click to say that they do not.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { memberPath } from '../../members/public.ts'
import { declinePath } from '../paths.ts'
import type { ToldAsked } from '../told-asked.ts'

const from = ({ organisationName: name, organisationSlug: slug, country }: ToldAsked) =>
  slug === null ? { meta: [name] } : { city: { name, country, href: memberPath(slug) } }

const Card = ({ t, asked }: { readonly t: Translate; readonly asked: ToldAsked }) => (
  <ItemCard
    t={t}
    title={asked.title}
    href={asked.href}
    lang={asked.lang}
    summary={asked.summary}
    headingLevel={3}
    tlp={asked.audienceKind === 'public' ? undefined : tlpLabel(asked.audienceKind)}
    {...from(asked)}
    why={asked.told}
    action={
      <PostButton action={declinePath(asked.id)} small label={t('routing.decline-about', { title: asked.title })}>
        {t('routing.decline')}
      </PostButton>
    }
  />
)

export const AskedList = ({ t, asked }: { readonly t: Translate; readonly asked: readonly ToldAsked[] }) => (
  <Section title={t('routing.may-know')} id="asked">
    <p>{t('routing.may-know-hint')}</p>
    <ItemList label={t('routing.may-know')} items={asked.map((one) => <Card t={t} asked={one} />)} />
  </Section>
)
