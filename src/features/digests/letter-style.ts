// How the digest looks: no table, no picture, from 360 pixels on, in the light and in the dark. Where a mail program drops it, plain headings and lists are left.

export const letterStyle = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 0 16px 32px; background: #fbfaf7; color: #1c2733; font: 16px/1.5 "Atkinson Hyperlegible Next", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: break-word; }
main { max-width: 600px; margin: 0 auto; }
h1 { margin: 24px 0 4px; font-size: 26px; line-height: 1.2; }
h2 { margin: 32px 0 0; padding-top: 10px; border-top: 3px solid #116d80; font-size: 20px; line-height: 1.3; }
h3 { margin: 0; font-size: 17px; line-height: 1.35; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0; padding: 14px 0; border-bottom: 1px solid #d9d7d0; }
p { margin: 6px 0 0; }
a { color: #0b5a6b; text-underline-offset: 2px; }
.by, .note, footer { font-size: 15px; }
.by, footer { color: #4a5561; }
.tlp { display: inline-block; padding: 0 6px; border-radius: 3px; background: #000; font-weight: 600; font-size: 13px; line-height: 1.5; white-space: nowrap; }
.tlp-clear { color: #fff; } .tlp-green { color: #33ff00; } .tlp-amber { color: #ffc000; } .tlp-red { color: #ff2b2b; }
.confided { margin-top: 24px; }
footer { margin-top: 36px; padding-top: 12px; border-top: 1px solid #d9d7d0; }
@media (prefers-color-scheme: dark) {
body { background: #171d22; color: #e9e7e1; }
h2 { border-top-color: #6fc0d0; }
li, footer { border-color: #3c464e; }
a { color: #8fd3e1; }
.by, footer { color: #b7c0c7; }
.tlp { outline: 1px solid #55606a; }
}
`
