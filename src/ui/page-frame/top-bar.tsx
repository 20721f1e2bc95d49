// The bar on top: name, search, language, what is new, me.
import type { Child } from 'hono/jsx'
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import { Avatar } from '../avatar/avatar.tsx'
import { Icon } from '../icon/icon.tsx'
import { SearchBox } from '../search-box/search-box.tsx'
import type { FrameNews, FrameViewer, PageFrameProps } from './frame-props.ts'

const Mark = () => (
  // Neighbours around a square, seen from above.
  <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M4 4h10v10H4zM18 4h10v10H18zM4 18h10v10H4z" />
    <circle cx="23" cy="23" r="5" />
  </svg>
)

const Menu = (props: { label: Child; name: string; children: Child }) => (
  <details class={`menu menu-${props.name}`} name="top-menu" data-menu>
    <summary>{props.label}</summary>
    <div class="menu-panel">{props.children}</div>
  </details>
)

const ownName = (lang: string): string => {
  const name = languageName(lang, lang)
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)
}

const LanguageChoice = ({ t, path, languageHref }: PageFrameProps) =>
  languageHref ? (
    <ul>
      {languages.map((lang) => (
        <li>
          <a href={languageHref(lang)} lang={lang} hreflang={lang} aria-current={lang === t.lang ? 'true' : undefined}>
            {ownName(lang)}
          </a>
        </li>
      ))}
    </ul>
  ) : (
    <form method="post" action="/language">
      <input type="hidden" name="next" value={path} />
      <ul>
        {languages.map((lang) => (
          <li>
            <button
              type="submit"
              name="lang"
              value={lang}
              lang={lang}
              aria-current={lang === t.lang ? 'true' : undefined}
            >
              {ownName(lang)}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )

const LanguageMenu = (props: PageFrameProps) => (
  <Menu
    name="language"
    label={
      <>
        <Icon name="languages" />
        <span class="menu-word">{ownName(props.t.lang)}</span>
        <span class="menu-code" aria-hidden="true">
          {props.t.lang}
        </span>
        <span class="visually-hidden">{props.t('ui.choose-language')}</span>
      </>
    }
  >
    <LanguageChoice {...props} />
  </Menu>
)

const MeMenu = ({ t, viewer }: { t: Translate; viewer: FrameViewer }) => (
  <Menu
    name="me"
    label={
      <>
        <Avatar name={viewer.name} />
        <span class="menu-word">{viewer.name}</span>
      </>
    }
  >
    <p class="menu-about">
      <strong>{viewer.name}</strong>
      <span>{viewer.memberName}</span>
    </p>
    <ul>
      {viewer.links.map(({ label, href }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
      <li>
        <form method="post" action={viewer.signOutAction}>
          <button type="submit">{t('ui.sign-out')}</button>
        </form>
      </li>
    </ul>
  </Menu>
)

/** As the script writes it too. */
const shownCount = (count: number): string => (count > 99 ? '99+' : String(count))

const News = ({ t, href, count, live, asked }: FrameNews & { t: Translate }) => (
  <a class="top-link top-news" href={href} data-news={live} data-news-count={asked} data-count={count}>
    <Icon name="bell" />
    <span class="menu-word">{t('ui.news')}</span>
    <span class="top-count" aria-hidden="true" hidden={!count}>
      {count !== undefined && shownCount(count)}
    </span>
    <span class="visually-hidden" aria-live="polite">
      {count !== undefined && t('ui.news-count', { count })}
    </span>
  </a>
)

export const TopBar = (props: PageFrameProps) => (
  <header class="top-bar">
    {props.demonstration && <p class="demonstration">{props.t('ui.demonstration')}</p>}
    <div class="top-bar-inner">
      <button class="top-menu-button" type="button" popovertarget="navigation">
        <Icon name="menu" />
        {props.t('ui.menu')}
      </button>
      <a class="brand" href="/">
        <Mark />
        {props.networkName}
      </a>
      <SearchBox t={props.t} id="q" text={props.searchText} shortcut />
      <div class="top-tools">
        <LanguageMenu {...props} />
        {props.viewer && props.news && <News t={props.t} {...props.news} />}
        {props.viewer ? (
          <MeMenu t={props.t} viewer={props.viewer} />
        ) : (
          <a class="top-link" href={props.signInHref ?? '/sign-in'}>
            <Icon name="log-in" />
            <span>{props.t('ui.sign-in')}</span>
          </a>
        )}
      </div>
    </div>
  </header>
)
