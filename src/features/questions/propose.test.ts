// What is proposed from the words of a question: a title, the language, the topics.
import { describe, expect, test } from 'vitest'
import { propose, titleFrom, withProposals } from './propose.ts'

describe('The title', () => {
  test('is the first sentence, not cut at the stop of an abbreviation', () => {
    expect(titleFrom('Wer hat Nachtbusse z. B. am Wochenende? Wir fangen erst an.', 'de')).toBe(
      'Wer hat Nachtbusse z. B. am Wochenende?',
    )
  })

  test('is the first line where it ends without a stop, and without the marks of Markdown', () => {
    expect(titleFrom('\n## Licht im **Tunnel**\n\nWer weiß etwas darüber?', 'de')).toBe('Licht im Tunnel')
  })

  test('is cut at a word, and never within a letter', () => {
    const long = titleFrom(`Wir suchen ${'Unterführungen und '.repeat(20)}mehr.`, 'de')
    expect(long.length).toBeLessThanOrEqual(122)
    expect(long).toMatch(/(?:und|Unterführungen) …$/)
    expect(titleFrom(`a${'💡'.repeat(200)}`, 'de').isWellFormed()).toBe(true)
  })

  test('of nothing is nothing', () => {
    for (const text of ['', ' \n ', '\u200B']) expect(titleFrom(text, 'en').length).toBeLessThan(2)
  })
})

const asked: Readonly<Record<string, readonly [string, string]>> = {
  de: ['Wie plant ihr die Beleuchtung einer Unterführung, ohne dass die Nachbarn sich beschweren?', 'lighting'],
  en: ['How do you train night mediators before their first shift?', 'mediation'],
  fr: ['Comment améliorez-vous l’éclairage des passages souterrains ?', 'lighting'],
  es: ['¿Cómo mejoran la iluminación de los pasos subterráneos?', 'lighting'],
  it: ['Come migliorate l’illuminazione dei sottopassaggi vicino alla stazione?', 'lighting'],
  nl: ['Hoe verbeteren jullie de verlichting in een fietstunnel?', 'lighting'],
  pt: ['Como melhoram a iluminação das passagens subterrâneas?', 'lighting'],
  pl: ['Jak poprawiacie oświetlenie w przejściach podziemnych?', 'lighting'],
  // Without a topic in its vocabulary: then none is proposed.
  ca: ['Com milloreu l’enllumenat públic dels passos subterranis?', ''],
}

describe('The language and the topics', () => {
  test.each(Object.entries(asked))('of a question in %s are seen, whoever asks it', async (lang, [text, concept]) => {
    for (const reader of ['en', 'de', 'pl']) {
      const proposal = await propose(text, reader)
      expect(proposal.lang).toBe(lang)
      expect(proposal.concepts.join(' ')).toContain(concept)
    }
  })

  test('of what says nothing are the reader’s, and none', async () => {
    expect(await propose('🚲🚲🚲', 'pt')).toMatchObject({ lang: 'pt', concepts: [] })
  })
})

describe('A form that comes again', () => {
  const text = asked['de']?.[0] ?? ''
  const other = asked['fr']?.[0] ?? ''

  test('is filled with what was proposed, which follows the text as long as nobody touches it', async () => {
    const first = await withProposals({ text }, 'en')
    expect(first).toMatchObject({ title: text, lang: 'de', before: text })
    expect(await withProposals({ ...first, text: other }, 'en')).toMatchObject({
      title: other,
      lang: 'fr',
      before: other,
    })
  })

  test('keeps what somebody chose: a title, a language, and that no topic fits', async () => {
    const { concepts: _, ...unticked } = await withProposals({ text }, 'en')
    const again = await withProposals({ ...unticked, text: other, title: 'Médiation', lang: 'it' }, 'en')
    expect(again).toMatchObject({ title: 'Médiation', lang: 'it', concepts: [] })
  })

  test('proposes a title anew where it was emptied', async () => {
    const first = await withProposals({ text }, 'en')
    expect(await withProposals({ ...first, title: '' }, 'en')).toMatchObject({ title: text })
  })
})
