// Answers as mail programs send them, in eight languages: what was said stays, and nothing else.
import { describe, expect, test } from 'vitest'
import { cutReply } from './cut-reply.ts'

const said = 'Zwei Mediatoren, freitags.\n\nDie Stadt zahlt.'
const ours = '> Guten Tag Ada,\n>\n> Porto schreibt zu „Nachtspaziergänge“:\n>\n> Quem paga?\n'

describe('who wrote what is quoted', () => {
  test.each([
    ['Gmail, de', 'Am Do., 26. Nov. 2026 um 10:15 Uhr schrieb Vicinia <\nno-reply@vicinia.example>:'],
    ['Gmail, en', 'On Thu, Nov 26, 2026 at 10:15 AM Vicinia <no-reply@vicinia.example> wrote:'],
    ['Gmail, fr', 'Le jeu. 26 nov. 2026 à 10:15, Vicinia <no-reply@vicinia.example> a\u00A0écrit\u00A0:'],
    ['Gmail, es', 'El jue, 26 nov 2026 a las 10:15, Vicinia (<no-reply@vicinia.example>)\nescribió:'],
    ['Gmail, it', 'Il giorno gio 26 nov 2026 alle ore 10:15 Vicinia <no-reply@vicinia.example>\nha scritto:'],
    ['Gmail, nl', 'Op do 26 nov 2026 om 10:15 schreef Vicinia <no-reply@vicinia.example>:'],
    ['Gmail, pl', 'czw., 26 lis 2026 o 10:15 Vicinia <no-reply@vicinia.example> napisał(a):'],
    ['Gmail, pt', 'Vicinia <no-reply@vicinia.example> escreveu (quinta, 26/11/2026 à(s) 10:15):'],
    ['Apple Mail, de', 'Am 26.11.2026 um 10:15 schrieb Vicinia <no-reply@vicinia.example>:'],
    ['Apple Mail, en', 'On 26 Nov 2026, at 10:15, Vicinia <no-reply@vicinia.example> wrote:'],
    ['Apple Mail, nl', 'Op 26 nov 2026, om 10:15 heeft Vicinia <no-reply@vicinia.example> het volgende geschreven:'],
    [
      'Apple Mail, pl',
      'Wiadomość napisana przez Vicinia <no-reply@vicinia.example> w dniu 26 lis 2026, o godz. 10:15:',
    ],
    ['Apple Mail, pt', 'No dia 26/11/2026, às 10:15, Vicinia <no-reply@vicinia.example> escreveu:'],
    ['Thunderbird, de', 'Am 26.11.26 um 10:15 schrieb Vicinia:'],
    ['Thunderbird, fr', 'Le 26/11/2026 à 10:15, Vicinia a écrit :'],
    ['Thunderbird, it', 'Il 26/11/26 10:15, Vicinia ha scritto:'],
    ['Thunderbird, es', 'El 26/11/26 a las 10:15, Vicinia escribió:'],
    ['Thunderbird, nl', 'Op 26-11-2026 om 10:15 schreef Vicinia:'],
    ['Thunderbird, pl', 'W dniu 26.11.2026 o 10:15, Vicinia pisze:'],
    ['Roundcube, pl', 'Dnia 26 listopada 2026 10:15 Vicinia <no-reply@vicinia.example> napisał(a):'],
    ['Thunderbird, pt', 'Às 10:15 de 26/11/2026, Vicinia escreveu:'],
  ])('%s', (_, attribution) => {
    expect(cutReply(`${said}\n\n${attribution}\n\n${ours}`)).toBe(said)
    expect(cutReply(`${attribution}\n${ours}\n${said}\n`)).toBe(said)
  })

  test.each([
    [
      'de',
      'Von: Vicinia <no-reply@vicinia.example>\nGesendet: Donnerstag, 26. November 2026 10:15\nAn: Ada\nBetreff: Porto',
    ],
    [
      'en',
      'From: Vicinia <no-reply@vicinia.example>\nSent: Thursday, November 26, 2026 10:15\nTo: Ada\nSubject: Porto',
    ],
    ['fr', 'De : Vicinia <no-reply@vicinia.example>\nEnvoyé : jeudi 26 novembre 2026 10:15\nÀ : Ada\nObjet : Porto'],
    [
      'es',
      'De: Vicinia <no-reply@vicinia.example>\nEnviado el: jueves, 26 de noviembre de 2026\nPara: Ada\nAsunto: Porto',
    ],
    ['it', 'Da: Vicinia <no-reply@vicinia.example>\nInviato: giovedì 26 novembre 2026 10:15\nA: Ada\nOggetto: Porto'],
    [
      'nl',
      'Van: Vicinia <no-reply@vicinia.example>\nVerzonden: donderdag 26 november 2026\nAan: Ada\nOnderwerp: Porto',
    ],
    ['pl', 'Od: Vicinia <no-reply@vicinia.example>\nWysłano: czwartek, 26 listopada 2026\nDo: Ada\nTemat: Porto'],
    ['pt', 'De: Vicinia <no-reply@vicinia.example>\nEnviada: 26 de novembro de 2026\nPara: Ada\nAssunto: Porto'],
  ])('Outlook, %s: nothing is marked, so everything below its head goes', (_, head) => {
    const quoted = ours.replaceAll(/^> ?/gm, '')
    expect(cutReply(`${said}\n\n________________________________\n${head}\n\n${quoted}`)).toBe(said)
    expect(cutReply(`${said}\r\n\r\n${head.replaceAll('\n', '\r\n')}\r\n\r\n${quoted}`)).toBe(said)
  })

  test.each([
    '-----Ursprüngliche Nachricht-----',
    '-----Original Message-----',
    '-----Message d’origine-----',
    '-----Mensaje original-----',
    '-----Messaggio originale-----',
    '-----Oorspronkelijk bericht-----',
    '-----Wiadomość oryginalna-----',
    '-----Mensagem original-----',
  ])('%s', (line) => expect(cutReply(`${said}\n\n${line}\nirgendetwas`)).toBe(said))

  test('answers between the lines stay, the lines between them go', () => {
    const text = 'Am 26.11.26 um 10:15 schrieb Vicinia:\n> Wer zahlt?\nDie Stadt.\n\n> Seit wann?\nSeit 2021.'
    expect(cutReply(text)).toBe('Die Stadt.\n\nSeit 2021.')
  })
})

describe('signatures', () => {
  test.each([
    '-- \nAda Lindmoser\nStadt Graz\nTel. +43 316 0000',
    'Mit freundlichen Grüßen\nAda Lindmoser\nStadt Graz',
    'Kind regards,\nAda',
    'Bien cordialement,\n\nAda Lindmoser',
    'Un cordial saludo\nAda',
    'Cordiali saluti\nAda',
    'Met vriendelijke groet,\nAda',
    'Z poważaniem\nAda',
    'Com os melhores cumprimentos,\nAda',
    'Von meinem iPhone gesendet',
    'Sent from my iPhone',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Wysłane z iPhone’a',
    'Enviado do meu iPhone',
    'Gesendet mit der GMX Mail App',
    'Outlook für iOS beziehen<https://aka.ms/o0ukef>',
    'Get Outlook for Android<https://aka.ms/AAb9ysg>',
    'Liebe Grüße, Ada\n\nGesendet von Outlook für Android',
    'Viele Grüße Ada Lindmoser',
    'Best regards!\nAda',
  ])('%s', (signature) => {
    expect(cutReply(`${said}\n\n${signature}\n`)).toBe(said)
    expect(cutReply(`${said}\n\n${signature}\n\nAm 26.11.26 um 10:15 schrieb Vicinia:\n${ours}`)).toBe(said)
  })

  test('two of them: only what stands below the last', () => {
    expect(cutReply(`${said}\n--\n${said}\n-- \nAda`)).toBe(`${said}\n--\n${said}`)
  })

  test('what was forgotten before the end is still said', () => {
    expect(cutReply(`${said}\n\nViele Grüße\nAda\n\nP.S.: Seit 2021.`)).toBe(`${said}\n\nP.S.: Seit 2021.`)
  })
})

describe('what people write themselves stays', () => {
  test.each([
    'Am Montag um 9 Uhr schrieb die Polizei:\nEs war ruhig.\nDas stimmt.',
    'Von: der Stadt kommt nichts.\nAber das Land zahlt.',
    'Wir haben zwei Wege:\n- zu Fuß\n- mit dem Rad\n\nBeide gehen.',
    'Viele Grüße an alle vorweg: es klappt.',
    'We sent a letter from the mayor.',
    '1. Ort\n2. Zeit',
    'Thank you.\nAll the best practices are in the annex.',
    'Vedi sotto.\nRegards the costs - see below\nThey are 3,000 euros.',
    'It is long.\nSincerely hope this helps\nThe rest follows.',
    'Please pass on\nKind regards to the mayor\nShe asked for them.',
    'Sí.\nSaludos a todos los colegas\nMañana más.',
    'Ja.\nLG Hausys liefert die Leuchten\nab Mai.',
    'Nein.\nVG Wort ist nicht betroffen\nsagt das Amt.',
    'Erstens so.\n\n—\n\nZweitens so.',
    'Erstens so.\n--\nZweitens so.\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10',
    'Guten Tag,\nviele Grüße,\nnun zur Sache:\n1\n2\n3\n4\n5\n6\n7\n8',
  ])('%s', (text) => expect(cutReply(text)).toBe(text))

  test('indented lines are no code, and names of pictures no words', () => {
    expect(cutReply('Hier:\n\n        Tabelle\n[cid:image001.png@01DB3F]')).toBe('Hier:\n\nTabelle')
  })
})

test('a text made to be hard to read is read at once', () => {
  const hard = [
    'On '.repeat(60_000),
    `${'a '.repeat(150)}wrote\n`.repeat(600),
    '> '.repeat(100_000),
    ':\n'.repeat(100_000),
  ]
  const begun = performance.now()
  for (const text of hard) cutReply(text)
  expect(performance.now() - begun).toBeLessThan(3000)
})
