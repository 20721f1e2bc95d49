// node look.tmp.mjs BASE PERSON LANG WIDTH THEME path…
import { chromium } from 'playwright-core'
const [base, person, lang, width, theme, ...paths] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] })
const c = await b.newContext({ viewport: { width: +width, height: 900 }, colorScheme: theme, locale: lang, reducedMotion: 'reduce' })
const p = await c.newPage()
await p.request.post(base + '/demo/enter', { form: { person, next: '/' }, headers: { origin: base } })
await p.request.post(base + '/language', { form: { lang, next: '/' }, headers: { origin: base } })
for (const path of paths) {
  await p.goto(base + path)
  const name = `/tmp/look/s/${path.replaceAll(/[^a-z0-9]+/gi, '_')}-${lang}-${width}-${theme}.png`
  await p.screenshot({ path: name, fullPage: true })
  const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  console.log(name, over > 0 ? 'OVER ' + over : '')
}
await b.close()
