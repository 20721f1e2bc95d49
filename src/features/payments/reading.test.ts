// Bank statements as they come: CAMT.053 of two versions, tables of banks of three countries, and files that mean harm.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gapOf, type ReadStatement } from './bank-statement.ts'
import { camtOf } from './camt-of.ts'
import { guessColumns } from './csv-columns.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { readCamt } from './read-camt.ts'
import { readByColumns, readStatementTable } from './read-statement-csv.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'statements', name))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
async function read(bytes: Uint8Array): Promise<readonly ReadStatement[]> {
  const outcome = await readCamt(bytes)
  if (!outcome.done) throw new Error(outcome.refusal)
  return outcome.value
}
const refusalOf = async (text: string | Uint8Array): Promise<string> => {
  const outcome = await readCamt(typeof text === 'string' ? bytesOf(text) : text)
  return outcome.done ? 'read' : outcome.refusal
}

describe.each(['camt.053.001.02.xml', 'camt.053.001.08.xml'])('%s', (name) => {
  test('has two statements that add up to what the bank says', async () => {
    const statements = await read(fixture(name))
    expect(statements.map(({ number, iban, entries }) => [number, iban, entries.length])).toEqual([
      ['31', 'DE75512108001245126199', 6],
      ['32', 'DE75512108001245126199', 2],
    ])
    expect(statements.map(gapOf)).toEqual([0, null])
  })

  test('tells who paid what for, whatever the version calls it', async () => {
    const [statement] = await read(fixture(name))
    expect(statement?.entries[0]).toEqual({
      bookedOn: '2025-03-03',
      valuedOn: '2025-03-04',
      cents: 455_300,
      currency: 'EUR',
      amount: '4553.00',
      name: 'STADT MUSTERHAUSEN',
      iban: 'DE02120300000000202051',
      text: 'MITGLIEDSBEITRAG 2025 RE 2025-0042 & DANKE',
      reference: 'RF18539007547034',
      bankReference: '2025030300000001',
      reversal: false,
    })
  })

  test('a batch is its transactions, one that does not add up stays one sum', async () => {
    const [statement] = await read(fixture(name))
    expect(
      statement?.entries.slice(1, 4).map(({ cents, name: who, bankReference }) => [cents, who, bankReference]),
    ).toEqual([
      [53_000, 'COMUNE DI ESEMPIO', '2025030300000002#1'],
      [106_000, 'VILLE D EXEMPLE / TRESORERIE', 'T-2'],
      [99_900, 'SAMMLER', '2025030300000003'],
    ])
  })

  test('what goes out is negative, a reversal is told, what is not booked yet is left out', async () => {
    const [first, second] = await read(fixture(name))
    expect(first?.entries.slice(4).map(({ cents, reversal }) => [cents, reversal])).toEqual([
      [-1250, false],
      [-53_000, true],
    ])
    expect(second?.entries.map(({ cents, currency, amount }) => [cents, currency, amount])).toEqual([
      [null, 'CHF', '84.00'],
      [null, 'EUR', '12.345'],
    ])
  })
})

describe('letters', () => {
  const text = camtOf([{ amount: '530.00', name: 'Ville de Besançon', text: 'Œuvre à part' }])
  test('Latin-1, Windows-1252 and UTF-16 are read as they say', async () => {
    const latin = (name: string) => Buffer.from(text.replace('UTF-8', name).replace('Œ', 'O'), 'latin1')
    const wide = Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    for (const bytes of [latin('ISO-8859-1'), latin('windows-1252'), wide, Buffer.from(text)])
      expect((await read(bytes))[0]?.entries[0]?.name).toBe('Ville de Besançon')
  })
  test('letters that are not what the file says are refused, as is an encoding that nobody knows', async () => {
    expect(await refusalOf(Buffer.from(text, 'latin1'))).toBe('wrong-letters')
    expect(await refusalOf(text.replace('UTF-8', 'EBCDIC-37'))).toBe('wrong-letters')
  })
})

describe('files that mean harm, or are something else', () => {
  const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  const outside = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>`
  const text = camtOf([{ amount: '1.00', name: 'x', text: '&x;' }])
  test.each([
    ['an entity bomb', text.replace('?>', `?>${bomb}`), 'entities'],
    ['an entity from outside', text.replace('?>', `?>${outside}`), 'entities'],
    ['another message', text.replace('camt.053.001.08', 'pain.001.001.03'), 'no-statement'],
    ['a web page', '<html><body>no</body></html>', 'no-statement'],
    ['nothing', '', 'not-xml'],
    ['an element that does not end', text.replace('</Ntry>', ''), 'broken-file'],
    ['half a file', text.slice(0, text.length / 2), 'broken-file'],
    ['no direction', text.replaceAll('CRDT', 'BOTH'), 'broken-file'],
    ['no day', text.replaceAll(/<Dt>[^<]*<\/Dt>/g, '<Dt>2025-02-30</Dt>'), 'broken-file'],
    ['no amount', text.replace('>1.00<', '>1e9<'), 'broken-file'],
  ])('%s is refused in a word', async (_, given, refusal) => {
    expect(await refusalOf(given)).toBe(refusal)
  })
  test('an entry in a comment is none, one in CDATA is text', async () => {
    const [entry = ''] = /<Ntry>[\s\S]*<\/Ntry>/.exec(text) ?? []
    const hidden = text.replace('<Ntry>', `<!-- ${entry} --><Ntry>`).replace('&x;', `<![CDATA[${entry}]]>`)
    expect((await read(bytesOf(hidden)))[0]?.entries).toHaveLength(1)
  })
  test('20 MB of entries are read piece by piece, and others are served meanwhile', async () => {
    const entries = Array.from({ length: 30_000 }, (_, n) => ({
      amount: `${n + 1}.00`,
      name: 'STADT',
      text: 'x'.repeat(200),
    }))
    const bytes = bytesOf(camtOf(entries))
    expect(bytes.length).toBeGreaterThan(18 * 1_048_576)
    let turns = 0
    const clock = setInterval(() => (turns += 1), 5)
    const [statement] = await read(bytes)
    clearInterval(clock)
    expect(statement?.entries).toHaveLength(30_000)
    expect(turns).toBeGreaterThan(20)
  }, 60_000)
  test('50,001 entries are too many', async () => {
    const text = camtOf(Array.from({ length: 50_001 }, () => ({ amount: '1.00', name: '', text: '' })))
    expect(await refusalOf(text)).toBe('too-many-entries')
  }, 60_000)
})

describe('the same entry twice', () => {
  test('is known again by the bank’s number, else by what it says and its place among its like', async () => {
    const once = { amount: '10.00', name: 'A', text: 'Gift' }
    const entries = (await read(bytesOf(camtOf([once, once, { ...once, text: 'Fee' }]))))[0]?.entries ?? []
    const all = fingerprintsOf(entries)
    expect(new Set(all).size).toBe(3)
    expect(fingerprintsOf(entries.slice(0, 1))).toEqual(all.slice(0, 1))
  })
})

describe('tables of banks', () => {
  const table = (text: string, lang = 'de', bytes: Uint8Array = bytesOf(text)) => {
    const given = readStatementTable(bytes, lang)
    if (!given.done) throw new Error(given.refusal)
    const outcome = readByColumns(given.value, guessColumns(given.value.head))
    return outcome.done ? outcome.value.entries : outcome.refusal
  }
  test('of Germany: lines above the head, decimal comma, Windows letters', () => {
    const text =
      '"Konto";"DE75512108001245126199"\r\n"Zeitraum";"März"\r\n\r\n"Buchungstag";"Valuta";"Auftraggeber/Empfänger";"IBAN";"Verwendungszweck";"Betrag (€)"\r\n"03.03.25";"04.03.25";"Stadt Köln";"DE02 1203 0000 0000 2020 51";"RE 2025-0042";"4.553,00"\r\n"05.03.25";"";"Bank";"";"Entgelt";"-12,50"\r\n'
    for (const bytes of [bytesOf(text), Buffer.from(text.replace('€', 'EUR'), 'latin1')])
      expect(table(text, 'de', bytes)).toMatchObject([
        {
          bookedOn: '2025-03-03',
          valuedOn: '2025-03-04',
          cents: 455_300,
          name: 'Stadt Köln',
          iban: 'DE02120300000000202051',
        },
        { bookedOn: '2025-03-05', valuedOn: '2025-03-05', cents: -1250, text: 'Entgelt' },
      ])
  })
  test('of France: debit and credit in two columns', () => {
    const text =
      'Date opération;Date valeur;Libellé;Débit;Crédit\n03/03/2025;03/03/2025;VIR VILLE DE LYON FACT 2025-0001;;1 060,00\n04/03/2025;04/03/2025;FRAIS;3,20;\n'
    expect(table(text, 'fr')).toMatchObject([{ cents: 106_000 }, { cents: -320 }])
  })
  test('of Italy: commas between columns, points in amounts', () => {
    const text =
      'Data contabile,Data valuta,Ordinante,Causale,Importo,Divisa\n03/03/2025,03/03/2025,COMUNE DI TORINO,"FATTURA 2025-0001, QUOTA",530.00,EUR\n03/03/2025,03/03/2025,X,Y,84.00,CHF\n'
    expect(table(text, 'it')).toMatchObject([
      { cents: 53_000, name: 'COMUNE DI TORINO' },
      { cents: null, currency: 'CHF' },
    ])
  })
  test('an amount with three decimals is no amount of thousands', () => {
    const text =
      'Datum;Name;Betrag\n01.03.2025;A;12,34\n01.03.2025;B;12,345\n02.03.2025;C;1.234,50\n03.03.2025;D;99,00-\n'
    expect(table(text)).toMatchObject([{ cents: 1234 }, { cents: null }, { cents: 123_450 }, { cents: -9900 }])
  })
  test('Soll and Haben in a column of their own', () => {
    const text = 'Buchungstag;Name;Umsatz;Soll/Haben;Währung\n01.03.2025;A;10,00;S;EUR\n01.03.2025;B;10,00;H;EUR\n'
    expect(table(text)).toMatchObject([{ cents: -1000 }, { cents: 1000 }])
  })
  test('the wrong columns are noticed, and a text is no table', () => {
    expect(table('Datum;Name;Betrag\nA;B;C\nD;E;F\n')).toBe('wrong-columns')
    expect(readStatementTable(bytesOf('Dear sir'), 'en')).toMatchObject({ done: false })
    expect(readStatementTable(Buffer.from([0, 1, 2, 3]), 'en')).toMatchObject({ done: false, refusal: 'no-table' })
  })
})
