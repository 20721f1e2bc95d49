// Against the real thing: Apertium with Debian's language pairs, as a network may run it on a machine of its own.
import { describe, expect, test } from 'vitest'
import { hasApertium, openApertium } from '../../../testing/apertium.ts'
import { drawTranslated, piecesOf } from '../text/translatable.ts'
import { apertium } from './apertium.ts'

const text = `La policía **municipal** habla con [los vecinos](https://example.org/vecinos) de la plaza.

> El informe está aquí.

- Primera medida
- Segunda *medida* & <script>`

describe.skipIf(!hasApertium)('Apertium', async () => {
  const address = hasApertium ? await openApertium() : 'http://127.0.0.1:9'
  const service = apertium({ address })
  const translate = async (from: string, to: string, words: string): Promise<string> => {
    const pieces = piecesOf({ text: words })
    const answer = await service.translate({ pieces, from, to, glossary: [], arrival: '' })
    return drawTranslated({ text: words }, answer === 'later' ? [] : answer)
  }

  test('lists the pairs by two letters', async () => {
    const pairs = await service.pairs()
    for (const pair of ['es-pt', 'pt-es', 'fr-es', 'es-fr', 'en-es', 'es-en']) expect(pairs).toContain(pair)
    expect(pairs).not.toContain('de-pl')
  })

  test('Spanish becomes Portuguese; marks, link, quote and list stay, and nothing becomes markup', async () => {
    const html = await translate('es', 'pt', text)
    expect(html).toContain('A polícia <strong>municipal</strong> fala com')
    expect(html).toMatch(/<a href="https:\/\/example\.org\/vecinos" rel="nofollow noopener">[^<]*vizinhos<\/a>/)
    expect(html).toMatch(/<blockquote>\s*<p>O relatório está aqui\.<\/p>/)
    expect(html).toMatch(/<li>Primeira medida<\/li>\s*<li>Segunda <em>medida<\/em> &amp; &lt;script&gt;<\/li>/)
  })

  test('Spanish becomes French, French Spanish, and English Spanish', async () => {
    expect(await translate('es', 'fr', 'La ciudad habla con **los jóvenes** en el parque.')).toContain(
      'La ville parle avec <strong>les jeunes</strong> dans le parc.',
    )
    expect(await translate('fr', 'es', 'La ville parle avec la police.')).toContain('La ciudad habla con la policía.')
    expect(await translate('en', 'es', 'The police speak with young people in the park.')).toContain(
      'La policía habla con',
    )
  })

  test('a word that it does not know stays as it was, without a mark', async () => {
    expect(await translate('es', 'pt', 'El xyzzyk está aquí.')).toBe('<p>O xyzzyk está aqui.</p>\n')
  })

  test('a pair that is not installed is refused', async () => {
    await expect(translate('de', 'pl', 'Die Stadt')).rejects.toMatchObject({ reason: 'refused' })
  })
})
