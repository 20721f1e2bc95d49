// Which column of a bank's table holds what: told by the heads that German, French, Italian and English exports use.
import { z } from 'zod'

export const fields = [
  ...([
    'date',
    'valued',
    'amount',
    'debit',
    'credit',
    'sign',
    'currency',
    'name',
    'iban',
    'text',
    'reference',
  ] as const),
  'number',
  'returned',
  'account',
] as const
export type ColumnField = (typeof fields)[number]

/** Field → places in the row, from 0; only the text may stand in several columns. None: somebody said that there is none. */
export const columnsSchema = z.partialRecord(z.enum(fields), z.array(z.number().int().min(0).max(99)).max(20))
export type Columns = z.infer<typeof columnsSchema>

/** Without accents, marks and what stands in brackets, so that "Betrag (€)" and "BETRAG" are one. */
export const foldHead = (head: string): string =>
  head
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/\((?:eur|€|euro)\)|\bin eur\b|€/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const heads: Readonly<Record<ColumnField, readonly string[]>> = {
  date: [
    ...[
      'buchungstag',
      'buchungsdatum',
      'buchung',
      'datum',
      'date',
      'date operation',
      'date d operation',
      'date comptable',
    ],
    ...['date de comptabilisation', 'data', 'data contabile', 'data operazione', 'data registrazione', 'booking date'],
    ...['transaction date', 'fecha', 'fecha operacion', 'data operacji', 'boekdatum', 'data movimento', 'bookingdate'],
  ],
  valued: [
    ...[
      'valuta',
      'valutadatum',
      'valutatag',
      'wertstellung',
      'wertstellungstag',
      'wertstellungsdatum',
      'date de valeur',
    ],
    ...['date valeur', 'data valuta', 'value date', 'fecha valor', 'data waluty', 'rentedatum', 'data valor'],
  ],
  amount: [
    ...['betrag', 'umsatz', 'betrag eur', 'umsatz eur', 'montant', 'montant eur', 'importo', 'importo eur', 'amount'],
    ...['amount eur', 'importe', 'bedrag', 'kwota', 'montante', 'valor', 'buchungsbetrag', 'montant de l operation'],
  ],
  debit: ['soll', 'lastschrift', 'belastung', 'debit', 'debit eur', 'dare', 'uscite', 'addebiti', 'addebito', 'af'],
  credit: ['haben', 'gutschrift', 'credit', 'credit eur', 'avere', 'entrate', 'accrediti', 'accredito', 'bij'],
  sign: ['soll haben', 's h', 'sollhaben', 'debit credit', 'sens', 'dare avere', 'af bij', 'd c', 'credit debit'],
  currency: ['wahrung', 'waehrung', 'devise', 'divisa', 'currency', 'moneda', 'munt', 'waluta', 'moeda', 'monnaie'],
  name: [
    ...['beguenstigter zahlungspflichtiger', 'begunstigter zahlungspflichtiger', 'name zahlungsbeteiligter'],
    ...['auftraggeber empfanger', 'auftraggeber empfaenger', 'auftraggeber begunstigter', 'empfanger', 'auftraggeber'],
    ...[
      'zahlungspflichtige r',
      'zahlungspflichtiger',
      'gegenpartei',
      'name',
      'nom',
      'contrepartie',
      'nom du tiers',
      'tiers',
    ],
    ...[
      'nom de la contrepartie',
      'nom contrepartie',
      'donneur d ordre',
      'ordinante',
      'controparte',
      'ordinante beneficiario',
    ],
    ...[
      'nome',
      'counterparty',
      'payer',
      'payee',
      'counterparty name',
      'partner name',
      'beneficiario ordinante',
      'naam',
    ],
    ...['kontrahent', 'ordenante', 'nome da contraparte', 'naam tegenpartij', 'name des partners'],
  ],
  iban: [
    ...['kontonummer iban', 'iban zahlungsbeteiligter', 'iban des zahlungsbeteiligten', 'iban', 'iban auftraggeber'],
    ...[
      'iban contrepartie',
      'compte contrepartie',
      'iban controparte',
      'iban ordinante',
      'counterparty iban',
      'gegenkonto',
    ],
  ],
  text: [
    ...[
      'verwendungszweck',
      'vorgang verwendungszweck',
      'buchungstext',
      'buchungsdetails',
      'mitteilung',
      'zahlungsgrund',
    ],
    ...[
      'libelle',
      'libelle operation',
      'libelle de l operation',
      'libelle complet',
      'detail',
      'details',
      'communication',
    ],
    ...['motif', 'informations complementaires', 'descrizione', 'descrizione estesa', 'causale', 'causale descrizione'],
    ...[
      'description',
      'purpose',
      'remittance information',
      'concepto',
      'omschrijving',
      'tytul',
      'descricao',
      'mededelingen',
    ],
    ...[
      'kundenreferenz end to end',
      'kundenreferenz',
      'end to end referenz',
      'payment details',
      'reference',
      'referenz',
    ],
  ],
  reference: [
    'reference structuree',
    'communication structuree',
    'zahlungsreferenz',
    'glaubiger referenz',
    'rf referenz',
  ],
  // Also what kind of movement it is: a bank says "Rücklastschrift" there.
  returned: [
    ...['ruckbuchung', 'rucklastschrift', 'storno', 'rejet', 'retour', 'reversal', 'returned', 'devolucion', 'zwrot'],
    ...['terugboeking', 'devolucao', 'buchungsart', 'umsatzart', 'vorgangsart', 'type d operation', 'tipo operazione'],
    ...['transaction type', 'tipo de operacion', 'tipo de operacao', 'rodzaj operacji', 'mutatiesoort'],
  ],
  // The own one, of which the table is.
  account: [
    ...['auftragskonto', 'iban auftragskonto', 'eigenes konto', 'own account', 'account iban', 'compte', 'iban compte'],
    ...['numero de compte', 'conto', 'numero conto', 'cuenta', 'numero de cuenta', 'conta', 'rekening', 'rachunek'],
  ],
  number: ['bankreferenz', 'umsatz id', 'transaktions id', 'transaction id', 'id transazione', 'numero de transaction'],
}
const fieldOf = new Map(
  (Object.entries(heads) as [ColumnField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name): [string, ColumnField] => [name, field]),
  ),
)

/** What the heads tell. Of two columns for the same thing the first counts, but every column of text. */
export function guessColumns(row: readonly string[]): Columns {
  const columns: Partial<Record<ColumnField, number[]>> = {}
  for (const [place, head] of row.entries()) {
    const field = fieldOf.get(foldHead(head))
    if (field === undefined) continue
    if (columns[field] === undefined) columns[field] = [place]
    else if (field === 'text') columns[field].push(place)
  }
  return columns
}

/** Told before these could be told: what the heads say of them, unless somebody named that column otherwise. */
export function withLaterFields(told: Columns, guessed: Columns): Columns {
  const used = new Set(Object.values(told).flat())
  const later = (['returned', 'account'] as const).filter(
    (field) => told[field] === undefined && guessed[field]?.every((place) => !used.has(place)),
  )
  return { ...told, ...Object.fromEntries(later.map((field) => [field, guessed[field]])) }
}

/** Enough to know when how much moved, and from whom or what for. */
export const areEnough = (columns: Columns): boolean =>
  columns.date !== undefined &&
  (columns.amount ?? columns.credit) !== undefined &&
  (columns.name ?? columns.text) !== undefined
