// The whole HTML document around a page; leaves itself out when only the fragment is asked for.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang, Translate } from '#kernel/locale.ts'
import { Breadcrumb, type Crumb } from '../breadcrumb/breadcrumb.tsx'
import { Notice, type Tone } from '../notice/notice.tsx'
import { Head } from './head.tsx'
import { Foot, type FootLink } from './foot.tsx'
import { SideNavigation, type NavigationLink } from './side-navigation.tsx'
import { TopBar, type FrameViewer } from './top-bar.tsx'

export interface PageFrameProps {
  readonly t: Translate
  readonly title: string
  readonly description?: string | undefined
  /** Path and query of this page; the language switch comes back here. */
  readonly path: string
  readonly networkName: string
  readonly navigation: readonly NavigationLink[]
  readonly assets: { readonly css: string; readonly script: string; readonly font: string }
  readonly viewer?: FrameViewer | undefined
  /** Where new things are listed, and how many there are; the bell is left out without. */
  readonly news?: { readonly href: string; readonly count: number } | undefined
  readonly searchText?: string | undefined
  /** Shown once, after something was done. */
  readonly flash?: { readonly tone: Tone; readonly text: string } | undefined
  readonly breadcrumb?: readonly Crumb[] | undefined
  /** Absolute URL; without it search engines are asked not to list the page. */
  readonly canonical?: string | undefined
  readonly alternates?: readonly { readonly lang: string; readonly href: string }[] | undefined
  readonly jsonLd?: Readonly<Record<string, unknown>> | undefined
  /** Where a language is chosen by a link; without it a form posts `lang` and `next` to /language. */
  readonly languageHref?: ((lang: Lang) => string) | undefined
  readonly signInHref?: string | undefined
  readonly footLinks?: readonly FootLink[] | undefined
  /** Atom feed of public things. */
  readonly feed?: string | undefined
  readonly theme?: 'light' | 'dark' | undefined
  readonly demonstration?: boolean | undefined
  /** Only the body: for requests with the header X-Fragment. */
  readonly bare?: boolean | undefined
  readonly children: Child
}

const DemonstrationBanner = ({ t }: { t: Translate }) => <p class="demonstration">{t('ui.demonstration')}</p>

const Main = ({ t, breadcrumb = [], flash, children }: PageFrameProps) => (
  <main id="main" class="frame-main" tabindex={-1}>
    <Breadcrumb t={t} crumbs={breadcrumb} />
    {flash && (
      <Notice tone={flash.tone} announced>
        <p>{flash.text}</p>
      </Notice>
    )}
    {children}
  </main>
)

export const PageFrame = (props: PageFrameProps) => {
  const { t, bare, children, navigation, networkName } = props
  if (bare) return <>{children}</>
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={t.lang} data-theme={props.theme}>
        <Head {...props} />
        <body>
          <a class="skip-link" href="#main">
            {t('ui.skip')}
          </a>
          {props.demonstration && <DemonstrationBanner t={t} />}
          <TopBar {...props} />
          <div class="frame">
            <SideNavigation t={t} links={navigation} />
            <Main {...props} />
          </div>
          <Foot t={t} networkName={networkName} links={props.footLinks ?? []} />
        </body>
      </html>
    </>
  )
}
