// On the page of a member, for those who may: its invoices, and where it wants them.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { billingPath, invoicesPath, withQuery } from '../paths.ts'

export const MemberLinks = ({ t, city, own }: { t: Translate; city: { name: string; slug: string }; own: boolean }) => (
  <Section title={t('invoices.title')}>
    <p>
      <a href={own ? invoicesPath : withQuery(invoicesPath, { q: city.slug })}>
        {t(own ? 'invoices.own' : 'invoices.invoices-of', { name: city.name })}
      </a>
    </p>
    <p>
      <a href={billingPath(city.slug)}>{t('invoices.billing')}</a>
    </p>
  </Section>
)
