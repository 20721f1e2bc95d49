// The whole HTML document around a page; leaves itself out when only the fragment is asked for.
import { raw } from 'hono/html'
import { Breadcrumb } from '../breadcrumb/breadcrumb.tsx'
import { KeyboardHelp } from '../keyboard-help/keyboard-help.tsx'
import { Notice } from '../notice/notice.tsx'
import { Foot } from './foot.tsx'
import type { NavigationLink, PageFrameProps } from './frame-props.ts'
import { Head } from './head.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { TopBar } from './top-bar.tsx'

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

const placesOf = (links: readonly NavigationLink[]) =>
  links.flatMap(({ key, label }) => (key === undefined ? [] : [{ key, label }]))

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
          <TopBar {...props} />
          <div class="frame">
            <SideNavigation t={t} links={navigation} />
            <Main {...props} />
          </div>
          <Foot t={t} networkName={networkName} links={props.footLinks ?? []} />
          <KeyboardHelp t={t} places={placesOf(navigation)} />
        </body>
      </html>
    </>
  )
}
