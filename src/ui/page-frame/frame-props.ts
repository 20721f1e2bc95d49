// What the frame is told: by the roof about everything, by the page about itself.
import type { Child } from 'hono/jsx'
import type { Lang, Translate } from '#kernel/locale.ts'
import type { Crumb } from '../breadcrumb/breadcrumb.tsx'
import type { Tone } from '../notice/notice.tsx'

export interface NavigationLink {
  /** Already translated. */
  readonly label: string
  readonly href: string
  readonly current?: boolean | undefined
  /** A name from icon/drawings.ts. */
  readonly icon?: string | undefined
  /** The letter after `g`. */
  readonly key?: string | undefined
}

export interface FrameViewer {
  readonly name: string
  readonly memberName: string
  /** In the menu below the name: my page, my city, sessions, settings. */
  readonly links: readonly FootLink[]
  /** Where a POST signs out. */
  readonly signOutAction: string
}

export interface FootLink {
  readonly label: string
  readonly href: string
}

export interface FrameNews {
  readonly href: string
  /** Undefined where it is not known: the script asks. */
  readonly count: number | undefined
  /** Where the script hears that it changed, and asks how many there are. */
  readonly live?: string | undefined
  readonly asked?: string | undefined
}

export interface PageFrameProps {
  readonly t: Translate
  readonly title: string
  readonly description?: string | undefined
  /** Path and query of this page; the language switch comes back here. */
  readonly path: string
  readonly networkName: string
  readonly navigation: readonly NavigationLink[]
  /** URLs as esbuild named them; `icon` for the tab. */
  readonly assets: {
    readonly css: string
    readonly script: string
    readonly font: string
    readonly icon?: string | undefined
  }
  readonly viewer?: FrameViewer | undefined
  /** Where new things are listed, and how many there are; the bell is left out without. */
  readonly news?: FrameNews | undefined
  readonly searchText?: string | undefined
  /** Shown once, after something was done. */
  readonly flash?: { readonly tone: Tone; readonly text: string } | undefined
  readonly breadcrumb?: readonly Crumb[] | undefined
  /** Absolute URL; without it search engines are asked not to list the page. */
  readonly canonical?: string | undefined
  /** Further style sheets, for this page alone. */
  readonly styles?: readonly string[] | undefined
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
