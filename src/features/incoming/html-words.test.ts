// Mails that come as HTML alone, as mail programs write them.
import { expect, test } from 'vitest'
import { cutReply } from './cut-reply.ts'
import { wordsOfHtml } from './html-words.ts'

const words = (html: string): string => cutReply(wordsOfHtml(html))

test.each([
  [
    'Gmail',
    `<div dir="ltr"><div>Zwei Mediatoren,&nbsp;<b>freitags</b>.</div><div><br></div><div>Die Stadt zahlt.</div></div><br>
     <div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Do., 26. Nov. schrieb Vicinia &lt;<a href="mailto:n@v.example">n@v.example</a>&gt;:<br></div>
     <blockquote class="gmail_quote" style="margin:0">Wer zahlt?</blockquote></div>`,
  ],
  [
    'Outlook on Windows',
    `<html><head><style>p.MsoNormal {margin:0cm;}</style></head><body lang=DE><div class=WordSection1>
     <p class=MsoNormal>Zwei Mediatoren, <b>freitags</b>.<o:p></o:p></p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Die Stadt zahlt.<o:p></o:p></p>
     <div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Von:</b> Vicinia &lt;n@v.example&gt; <br><b>Gesendet:</b> Donnerstag, 26. November 2026<br><b>An:</b> Ada<br><b>Betreff:</b> Porto</p></div></div>
     <p class=MsoNormal>Wer zahlt?</p></div></body></html>`,
  ],
  [
    'Outlook on the web',
    `<div class="elementToProof">Zwei Mediatoren, <strong>freitags</strong>.</div><div><br></div><div>Die Stadt zahlt.</div>
     <div id="Signature"><p>Ada Lindmoser</p><p>Stadt Graz</p></div><div id="appendonsend"></div><hr style="width:98%">
     <div id="divRplyFwdMsg" dir="ltr"><b>Von:</b> Vicinia &lt;n@v.example&gt;<br><b>Gesendet:</b> Donnerstag<br><b>An:</b> Ada<br><b>Betreff:</b> Porto</div><div>Wer zahlt?</div>`,
  ],
  [
    'Apple Mail',
    `<html><body style="overflow-wrap: break-word;">Zwei Mediatoren, <b>freitags</b>.<div><br></div><div>Die Stadt zahlt.<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>Am 26.11.2026 um 10:15 schrieb Vicinia &lt;n@v.example&gt;:</div><br><div>Wer zahlt?</div></blockquote></div><br></div></body></html>`,
  ],
  [
    'Thunderbird',
    `<html><body><p>Zwei Mediatoren, <b>freitags</b>.</p><p>Die Stadt zahlt.<br></p><div class="moz-cite-prefix">Am 26.11.26 um 10:15 schrieb Vicinia:<br></div>
     <blockquote type="cite" cite="mid:reply-1">Wer zahlt?</blockquote><pre class="moz-signature" cols="72">-- Ada</pre></body></html>`,
  ],
])('%s', (_, html) => {
  expect(words(html).replaceAll(/\n+/g, '\n')).toBe('Zwei Mediatoren, **freitags**.\nDie Stadt zahlt.')
})

test('lists, links and emphasis are kept, scripts and what is hidden in a head are not', () => {
  const html = `<head><title>Nein</title></head><script>alert(1)</script><p>Siehe <a href="https://graz.example/plan">den Plan</a>:</p>
    <ul><li>am <i>Abend</i></li><li>zu zweit</li></ul><p><a href="javascript:alert(1)">hier</a> &lt;b&gt; &amp;amp;</p>`
  expect(words(html)).toBe('Siehe [den Plan](https://graz.example/plan):\n\n- am _Abend_\n- zu zweit\n\nhier <b> &amp;')
})

test('deep and broken HTML ends', () => {
  const begun = performance.now()
  words('<div>'.repeat(50_000))
  words(`<a href="${'x'.repeat(500_000)}`)
  words('<b>'.repeat(100_000))
  expect(performance.now() - begun).toBeLessThan(5000)
})
