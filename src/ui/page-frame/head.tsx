// What the document says about itself to browsers and search engines.
import { raw } from 'hono/html'
import type { PageFrameProps } from './frame-props.ts'

/** Inside a script element only `<` could end it early (HTML, script data state). */
const jsonOf = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

export const Head = (props: PageFrameProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{props.title === props.networkName ? props.title : `${props.title} – ${props.networkName}`}</title>
    {props.description && <meta name="description" content={props.description} />}
    <meta name="color-scheme" content={props.theme ?? 'light dark'} />
    <link rel="preload" href={props.assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
    {props.assets.icon && <link rel="icon" href={props.assets.icon} type="image/svg+xml" />}
    <link rel="stylesheet" href={props.assets.css} />
    {(props.styles ?? []).map((href) => (
      <link rel="stylesheet" href={href} />
    ))}
    <script type="module" src={props.assets.script} />
    {props.canonical ? <link rel="canonical" href={props.canonical} /> : <meta name="robots" content="noindex" />}
    {(props.alternates ?? []).map(({ lang, href }) => (
      <link rel="alternate" hreflang={lang} href={href} />
    ))}
    {props.feed && <link rel="alternate" type="application/atom+xml" href={props.feed} title={props.networkName} />}
    {props.jsonLd && <script type="application/ld+json">{raw(jsonOf(props.jsonLd))}</script>}
  </head>
)
