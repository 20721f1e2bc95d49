// On the page of a question: why it came to whoever is asked, and how far it went for whoever asks.
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { declinePath } from '../paths.ts'
import type { AskedAbout } from '../store-asked.ts'
import type { ToldAsked } from '../told-asked.ts'
import { NamingForm } from './naming-form.tsx'

const Naming = ({ t, id }: { readonly t: Translate; readonly id: number }) => (
  <details class="asked-naming">
    <summary>{t('routing.name')}</summary>
    <NamingForm t={t} id={id} />
  </details>
)

const Shown = ({ t, asked }: { readonly t: Translate; readonly asked: ToldAsked }) =>
  asked.shown.length === 0 ? null : (
    <p>
      {asked.shown.map(({ title, lang, href }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={href} lang={lang === t.lang ? undefined : lang}>
            {title}
          </a>
        </>
      ))}
    </p>
  )

export const AskedNote = ({ t, asked }: { readonly t: Translate; readonly asked: ToldAsked }) => (
  <Notice tone="info" title={t('routing.you-may-know')}>
    {asked.told.length > 0 && (
      <ul>
        {asked.told.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    )}
    <Shown t={t} asked={asked} />
    <PostButton action={declinePath(asked.id)} small>
      {t('routing.decline')}
    </PostButton>
    <Naming t={t} id={asked.id} />
  </Notice>
)

export interface AskedAboutProps {
  readonly t: Translate
  readonly id: number
  readonly about: AskedAbout
  /** In the reader's words; empty for an office. */
  readonly countries: string
  readonly office: boolean
  /** It is open: who knows better can be named. */
  readonly open: boolean
}

export const AskedAboutNote = ({ t, id, about, countries, office, open }: AskedAboutProps) => (
  <section class="asked-about" aria-label={t('routing.asked')}>
    <p>
      {t('routing.asked-count', { count: about.persons })}
      {countries !== '' && ` ${t('routing.asked-countries', { countries })}`}
      {about.declined > 0 && ` ${t('routing.asked-declined', { count: about.declined })}`}
    </p>
    {office && open && <Naming t={t} id={id} />}
  </section>
)
