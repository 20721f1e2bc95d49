// What somebody watches, what fits their city, and a field to look for more.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { subscriptionKinds } from '../notice.ts'
import { refOf, settingsPath, subscriptionsPath, suggestionsPath, unsubscriptionsPath } from '../paths.ts'
import type { Named } from '../store-names.ts'
import type { SettingsPageProps } from './settings-page.tsx'

interface LinesProps {
  readonly t: Translate
  readonly lines: readonly Named[]
  readonly act: 'watch' | 'unwatch'
  /** Those that were chosen for them. */
  readonly byDefault?: ReadonlySet<string>
}

const defaultReason = ({ kind }: Named): string => (kind === 'concept' ? 'default-concept' : 'default-circle')

const Lines = ({ t, lines, act, byDefault }: LinesProps) => (
  <ul>
    {lines.map((line) => (
      <li>
        <ButtonRow>
          <span>{line.name}</span>
          {byDefault?.has(refOf(line)) && <small>{t(`notices.${defaultReason(line)}`)}</small>}
          <PostButton
            action={act === 'watch' ? subscriptionsPath : unsubscriptionsPath}
            hidden={{ of: refOf(line) }}
            tone="quiet"
            small
            icon={act === 'watch' ? 'eye' : 'x'}
            label={t(`notices.${act}-of`, { name: line.name })}
          >
            {t(`notices.${act}`)}
          </PostButton>
        </ButtonRow>
      </li>
    ))}
  </ul>
)

const Proposed = ({ t, proposed }: Pick<SettingsPageProps, 't' | 'proposed'>) =>
  proposed.length === 0 ? null : (
    <Notice title={t('notices.proposed')}>
      <p>{proposed.map(({ name }) => name).join(' · ')}</p>
      <PostButton action={suggestionsPath} icon="eye" small>
        {t('notices.watch-proposed')}
      </PostButton>
    </Notice>
  )

const Search = ({ t, words, found }: Pick<SettingsPageProps, 't' | 'words' | 'found'>) => (
  <>
    <Form t={t} action={settingsPath} method="get" label={t('notices.watched')} inline>
      <TextField t={t} id="watch-q" name="q" type="search" label={t('notices.search')} value={words} maxlength={100} />
      <Button icon="search">{t('notices.find')}</Button>
    </Form>
    {words !== '' &&
      (found.length === 0 ? <p>{t('notices.found-none')}</p> : <Lines t={t} lines={found} act="watch" />)}
  </>
)

const Things = ({ t, kinds, things }: Pick<SettingsPageProps, 't' | 'kinds' | 'things'>) =>
  things.length === 0 ? null : (
    <>
      <h3>{t('notices.single-things')}</h3>
      <ul>
        {things.map(({ id, kind, title, lang }) => (
          <li>
            <a href={kinds.get(kind)?.path(id, title) ?? '/'} lang={lang === t.lang ? undefined : lang}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <p>{t('notices.single-things-hint')}</p>
    </>
  )

export const Watched = (props: SettingsPageProps) => {
  const { t, kinds, watched, byDefault } = props
  const free = [...kinds.values()]
    .filter(
      ({ arrives, kind }) => arrives !== undefined && !watched.some((one) => one.kind === 'kind' && one.ref === kind),
    )
    .map(({ kind, plural }): Named => ({ kind: 'kind', ref: kind, name: t(plural) }))
  return (
    <Section title={t('notices.watched')} id="watched">
      {byDefault.size > 0 && <p>{t('notices.default-lead')}</p>}
      <Proposed {...props} />
      {watched.length === 0 && <p>{t('notices.watched-none')}</p>}
      {subscriptionKinds
        .map((kind) => ({ kind, lines: watched.filter((one) => one.kind === kind) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ kind, lines }) => (
          <>
            <h3>{t(`notices.of-${kind}`)}</h3>
            <Lines t={t} lines={lines} act="unwatch" byDefault={byDefault} />
          </>
        ))}
      <Search {...props} />
      <details class="behind">
        <summary>{t('notices.more-kinds')}</summary>
        <Lines t={t} lines={free} act="watch" />
      </details>
      <Things {...props} />
    </Section>
  )
}
